package org.omnihall.eap.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omnihall.eap.tls.SaidInside.NOTHING;
import static org.omnihall.eap.tls.SaidInside.avp;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.omnihall.eap.EapPacket;
import org.omnihall.eap.EapTypes;
import org.omnihall.eap.Failure;
import org.omnihall.eap.Person;
import org.omnihall.eap.Turn;
import org.omnihall.eap.tls.SaidInside.PeapWords;
import org.omnihall.octets.Octets;
import org.omnihall.radius.AttributeTypes;
import org.omnihall.radius.auth.MsChapV2;

/** What is said inside the tunnel, and what the server makes of it. */
class TunnelledWordsTest extends TlsRing {

    private static final Octets DONE = Octets.ofHex("800300020001");
    private static final Octets NOT_DONE = Octets.ofHex("800300020002");

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void drawsTheChallengeOfTtlsFromTheTunnel(String version) throws Exception {
        Peer peer = peer(TlsKind.TTLS, version);
        Octets hash = MsChapV2.ntHash("correct horse");
        Peer.Words good = (said, request, tunnel) -> said.isEmpty() ? msChap(tunnel, 0, hash) : NOTHING;
        assertThat(peer.run(conversation(), "a", good))
                .isInstanceOfSatisfying(
                        Turn.Proved.class,
                        proved -> assertThat(proved.person().proof()).isEqualTo(Person.Proof.MS_CHAP_V2));
        Peer.Words elsewhere = (said, request, tunnel) -> msChap(tunnel, 1, hash);
        assertThat(refusal(peer(TlsKind.TTLS, version).run(conversation(), "a", elsewhere)))
                .isEqualTo(Failure.MALFORMED);
        Peer.Words wrong = (said, request, tunnel) -> msChap(tunnel, 0, MsChapV2.ntHash("wrong horse"));
        assertThat(refusal(peer(TlsKind.TTLS, version).run(conversation(), "a", wrong)))
                .isEqualTo(Failure.NOT_PROVED);
    }

    private static Octets msChap(TlsTunnel tunnel, int wrong, Octets hash) throws TlsBroken {
        Octets drawn = tunnel.export("ttls challenge", Octets.EMPTY, 17);
        Octets challenge = Octets.of((byte) (drawn.at(0) ^ wrong)).plus(drawn.slice(1, 16));
        MsChapV2 proof = MsChapV2.answer(drawn.at(16), challenge, Octets.of(new byte[16]), "li", hash);
        return avp(AttributeTypes.USER_NAME, Octets.ofText("TOWN\\li").slice(5, 7))
                .plus(avp(MsChapV2.CHALLENGE, challenge))
                .plus(avp(MsChapV2.RESPONSE, proof.responseValue()));
    }

    @Test
    void promisesTheEndOfTls13ByOneZeroOctet() throws Exception {
        Octets[] heard = {NOTHING};
        Peer.Words listening = (said, request, tunnel) -> {
            heard[0] = heard[0].plus(said);
            return NOTHING;
        };
        assertThat(peer(TlsKind.TLS, TlsTunnel.TLS_1_3).run(conversation(), "li", listening))
                .isInstanceOf(Turn.Proved.class);
        assertThat(heard[0]).isEqualTo(Octets.of((byte) 0));
    }

    @Test
    void tellsTheResultOfPeapInsideAndTakesNoAgreementForGranted() throws Exception {
        PeapWords inner = new PeapWords("li", "correct horse");
        Peer.Words contrary = (said, request, tunnel) -> {
            Octets reply = inner.to(said, request, tunnel);
            return said.length() > 5 && said.slice(5, said.length()).equals(DONE)
                    ? EapPacket.response(said.at(1), EapTypes.EXTENSIONS, NOT_DONE)
                            .encode()
                    : reply;
        };
        assertThat(refusal(peer(TlsKind.PEAP, TlsTunnel.TLS_1_3).run(conversation(), "a", contrary)))
                .isEqualTo(Failure.PEER_GAVE_UP);
        Octets[] last = {NOTHING};
        PeapWords wrong = new PeapWords("li", "wrong horse");
        Peer.Words watching = (said, request, tunnel) -> {
            last[0] = said;
            return wrong.to(said, request, tunnel);
        };
        assertThat(refusal(peer(TlsKind.PEAP, TlsTunnel.TLS_1_3).run(conversation(), "a", watching)))
                .isEqualTo(Failure.NOT_PROVED);
        assertThat(last[0].slice(5, last[0].length())).isEqualTo(NOT_DONE);
    }

    @Test
    void believesNoAgreementOfWhoseProofFailed() throws Exception {
        PeapWords wrong = new PeapWords("li", "wrong horse");
        Peer.Words liar = (said, request, tunnel) -> {
            Octets reply = wrong.to(said, request, tunnel);
            return said.length() > 5 && said.slice(5, said.length()).equals(NOT_DONE)
                    ? EapPacket.response(said.at(1), EapTypes.EXTENSIONS, DONE).encode()
                    : reply;
        };
        assertThat(refusal(peer(TlsKind.PEAP, TlsTunnel.TLS_1_3).run(conversation(), "a", liar)))
                .isEqualTo(Failure.NOT_PROVED);
    }

    @ParameterizedTest
    @CsvSource({"PEAP, 03", "TTLS, 0000004f4000000c02010005", "PEAP, 1a02", "TTLS, 00000001400000"})
    void endsAtInnerWordsThatItDoesNotKnow(TlsKind kind, String hex) throws Exception {
        PeapWords usual = new PeapWords("li", "correct horse");
        Peer.Words odd = (said, request, tunnel) ->
                kind == TlsKind.TTLS || (!said.isEmpty() && said.at(0) == EapTypes.MS_CHAP_V2)
                        ? Octets.ofHex(hex)
                        : usual.to(said, request, tunnel);
        Failure why =
                hex.equals("03") || hex.startsWith("0000004f") ? Failure.NO_COMMON_INNER_METHOD : Failure.MALFORMED;
        assertThat(refusal(peer(kind, TlsTunnel.TLS_1_3).run(conversation(), "a", odd)))
                .isEqualTo(why);
    }
}
