package org.omnihall.radius.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.omnihall.octets.Octets;
import org.omnihall.radius.AttributeTypes;
import org.omnihall.radius.Packet;
import org.omnihall.radius.Vector;

class VectorsTest {

    static List<Vector> exchanges() {
        return Vector.read("exchanges.txt");
    }

    @ParameterizedTest
    @MethodSource("exchanges")
    void provesWhatTheRfcsPrint(Vector vector) {
        SharedSecret secret = SharedSecret.of(vector.get("secret"));
        SharedSecret wrong = SharedSecret.of("xyzzy5462");
        Packet request = vector.packet("request");
        vector.find("reply").ifPresent(octets -> {
            Packet reply = vector.packet("reply");
            assertThat(Signatures.isAuthentic(reply, request, secret)).isTrue();
            assertThat(Signatures.isAuthentic(reply, request, wrong)).isFalse();
        });
        vector.find("pap").ifPresent(password -> {
            Octets clear = Octets.ofText(password);
            assertThat(UserPassword.in(request, secret)).hasValue(clear);
            assertThat(UserPassword.in(request, wrong)).isNotEqualTo(Optional.of(clear));
            assertThat(UserPassword.hide(clear, request.authenticator(), secret))
                    .isEqualTo(request.first(AttributeTypes.USER_PASSWORD).orElseThrow());
        });
        vector.find("chap").ifPresent(password -> {
            Chap chap = Chap.in(request).orElseThrow();
            assertThat(chap.proves(Octets.ofText(password))).isTrue();
            assertThat(chap.proves(Octets.ofText(password + "x"))).isFalse();
        });
        vector.find("message-authenticator").ifPresent(expected -> {
            assertThat(Signatures.messageAuthenticator(request, secret)).hasToString(expected);
            assertThat(Signatures.messageAuthenticator(request, wrong)).isEqualTo(MessageAuthenticator.INVALID);
        });
    }

    static List<Vector> mschapv2() {
        return Vector.read("mschapv2.txt");
    }

    @ParameterizedTest
    @MethodSource("mschapv2")
    void answersAsRfc2759Prints(Vector vector) {
        Octets ntHash = MsChapV2.ntHash(vector.get("password"));
        assertThat(ntHash).isEqualTo(vector.octets("nt-hash"));
        assertThat(MsChapV2.challengeHash(
                        vector.octets("peer-challenge"), vector.octets("challenge"), vector.get("user")))
                .isEqualTo(vector.octets("challenge-hash"));
        MsChapV2 answer = MsChapV2.answer(
                9, vector.octets("challenge"), vector.octets("peer-challenge"), vector.get("user"), ntHash);
        assertThat(answer.response()).isEqualTo(vector.octets("response"));
        assertThat(answer.proves(vector.get("user"), ntHash)).isTrue();
        assertThat(answer.proves("Other", ntHash)).isFalse();
        assertThat(answer.proves(vector.get("user"), MsChapV2.ntHash("clientPas")))
                .isFalse();
        Octets success = answer.success(vector.get("user"), ntHash);
        assertThat(success.at(0)).isEqualTo(9);
        assertThat(success.slice(1, success.length()).toText()).isEqualTo(vector.get("success"));
    }

    static List<Vector> md4() {
        return Vector.read("md4.txt");
    }

    @ParameterizedTest
    @MethodSource("md4")
    void digestsAsRfc1320Prints(Vector vector) {
        assertThat(Md4.digest(Octets.ofText(vector.get("text")))).isEqualTo(vector.octets("digest"));
    }
}
