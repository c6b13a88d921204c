package org.omnihall.radius.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.omnihall.octets.Octets;
import org.omnihall.radius.Attribute;
import org.omnihall.radius.AttributeTypes;
import org.omnihall.radius.Code;
import org.omnihall.radius.MalformedPacket;
import org.omnihall.radius.Packet;

class SignaturesTest {

    private static final SharedSecret SECRET = SharedSecret.of("s3cret");
    private static final SharedSecret WRONG = SharedSecret.of("S3cret");
    private static final Octets RANDOM = Octets.ofHex("000102030405060708090a0b0c0d0e0f");

    @ParameterizedTest
    @EnumSource(names = {"ACCESS_REQUEST", "STATUS_SERVER"})
    void signsWithAMessageAuthenticatorInFront(Code code) {
        Packet signed = Signatures.signRequest(request(code), SECRET);
        assertThat(signed.attributes().getFirst().type()).isEqualTo(80);
        assertThat(signed.authenticator()).isEqualTo(RANDOM);
        assertThat(Signatures.messageAuthenticator(signed, SECRET)).isEqualTo(MessageAuthenticator.VALID);
        assertThat(Signatures.messageAuthenticator(signed, WRONG)).isEqualTo(MessageAuthenticator.INVALID);
        assertThat(Signatures.messageAuthenticator(request(code), SECRET)).isEqualTo(MessageAuthenticator.ABSENT);
    }

    @ParameterizedTest
    @EnumSource(names = {"ACCOUNTING_REQUEST", "COA_REQUEST", "DISCONNECT_REQUEST"})
    void computesTheAuthenticatorOfOtherRequests(Code code) {
        Packet signed = Signatures.signRequest(request(code), SECRET);
        assertThat(Signatures.isAuthentic(signed, SECRET)).isTrue();
        assertThat(Signatures.isAuthentic(signed, WRONG)).isFalse();
        assertThat(signed.has(AttributeTypes.MESSAGE_AUTHENTICATOR)).isFalse();
        Packet both = Signatures.signRequest(with(request(code), new Attribute(80, Octets.of(new byte[16]))), SECRET);
        assertThat(Signatures.isAuthentic(both, SECRET)).isTrue();
        assertThat(Signatures.messageAuthenticator(both, SECRET)).isEqualTo(MessageAuthenticator.VALID);
    }

    @ParameterizedTest
    @EnumSource(names = {"ACCESS_ACCEPT", "ACCESS_REJECT", "ACCESS_CHALLENGE"})
    void signsAccessRepliesWithAMessageAuthenticatorInFront(Code code) {
        Packet request = Signatures.signRequest(request(Code.ACCESS_REQUEST), SECRET);
        Packet reply = Signatures.signReply(
                request.reply(code).text(AttributeTypes.REPLY_MESSAGE, "hi").build(), request, SECRET);
        assertThat(reply.attributes().getFirst().type()).isEqualTo(80);
        assertThat(Signatures.isAuthentic(reply, request, SECRET)).isTrue();
        assertThat(Signatures.messageAuthenticator(reply, request, SECRET)).isEqualTo(MessageAuthenticator.VALID);
        assertThat(Signatures.messageAuthenticator(reply, request, WRONG)).isEqualTo(MessageAuthenticator.INVALID);
    }

    @Test
    void leavesAccountingResponsesPlain() {
        Packet request = Signatures.signRequest(request(Code.ACCOUNTING_REQUEST), SECRET);
        Packet reply =
                Signatures.signReply(request.reply(Code.ACCOUNTING_RESPONSE).build(), request, SECRET);
        assertThat(reply.attributes()).isEmpty();
        assertThat(Signatures.isAuthentic(reply, request, SECRET)).isTrue();
    }

    @Test
    void refusesTwoMessageAuthenticatorsOrOneOfAnotherLength() {
        Packet signed = Signatures.signRequest(request(Code.ACCESS_REQUEST), SECRET);
        Packet twice = with(signed, signed.attributes().getFirst());
        assertThat(Signatures.messageAuthenticator(twice, SECRET)).isEqualTo(MessageAuthenticator.INVALID);
        Packet cut = with(request(Code.ACCESS_REQUEST), new Attribute(80, Octets.of(new byte[15])));
        assertThat(Signatures.messageAuthenticator(cut, SECRET)).isEqualTo(MessageAuthenticator.INVALID);
    }

    @Test
    void hidesPasswordsOf128OctetsAndNotOneMore() {
        for (int length : new int[] {0, 1, 15, 16, 17, 32, 33, 128}) {
            Octets password = Octets.ofText("p".repeat(length));
            Octets hidden = UserPassword.hide(password, RANDOM, SECRET);
            assertThat(hidden.length()).isEqualTo(Math.max(1, (length + 15) / 16) * 16);
            assertThat(UserPassword.reveal(hidden, RANDOM, SECRET)).isEqualTo(password);
        }
        Octets tooLong = Octets.ofText("p".repeat(129));
        assertThatIllegalArgumentException().isThrownBy(() -> UserPassword.hide(tooLong, RANDOM, SECRET));
        for (int length : new int[] {0, 15, 17, 144}) {
            Octets odd = Octets.of(new byte[length]);
            assertThatExceptionOfType(MalformedPacket.class).isThrownBy(() -> UserPassword.reveal(odd, RANDOM, SECRET));
        }
    }

    @Test
    void readsChapAndMsChapOutOfARequest() {
        Chap chap = Chap.answer(200, Octets.ofText("challenge"), Octets.ofText("pw"));
        Packet withChap = Packet.request(Code.ACCESS_REQUEST, RANDOM)
                .octets(AttributeTypes.CHAP_PASSWORD, chap.chapPassword())
                .octets(AttributeTypes.CHAP_CHALLENGE, chap.challenge())
                .build();
        assertThat(Chap.in(withChap)).hasValue(chap);
        MsChapV2 answer = MsChapV2.answer(200, RANDOM, RANDOM, "li", MsChapV2.ntHash("pw"));
        Packet withMsChap = Packet.request(Code.ACCESS_REQUEST, RANDOM)
                .octets(MsChapV2.CHALLENGE, answer.challenge())
                .octets(MsChapV2.RESPONSE, answer.responseValue())
                .build();
        assertThat(MsChapV2.in(withMsChap)).hasValue(answer);
        assertThat(MsChapV2.in(withChap)).isEmpty();
        assertThat(Chap.in(withMsChap)).isEmpty();
        Packet broken = Packet.request(Code.ACCESS_REQUEST, RANDOM)
                .octets(AttributeTypes.CHAP_PASSWORD, Octets.of(new byte[16]))
                .octets(MsChapV2.RESPONSE, answer.responseValue())
                .build();
        assertThatExceptionOfType(MalformedPacket.class).isThrownBy(() -> Chap.in(broken));
        assertThatExceptionOfType(MalformedPacket.class).isThrownBy(() -> MsChapV2.in(broken));
    }

    @Test
    void neverPrintsASecret() {
        assertThat(SECRET).hasToString("<hidden>");
        assertThatIllegalArgumentException().isThrownBy(() -> SharedSecret.of(""));
    }

    private static Packet request(Code code) {
        return (code.hasRandomAuthenticator() ? Packet.request(code, RANDOM) : Packet.request(code))
                .text(AttributeTypes.USER_NAME, "li")
                .build();
    }

    private static Packet with(Packet packet, Attribute more) {
        List<Attribute> attributes =
                Stream.concat(packet.attributes().stream(), Stream.of(more)).toList();
        return new Packet(packet.code(), packet.identifier(), packet.authenticator(), attributes);
    }
}
