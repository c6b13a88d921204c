package org.omnihall.eap.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omnihall.eap.tls.SaidInside.words;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.omnihall.eap.Conversation;
import org.omnihall.eap.EapMethod;
import org.omnihall.eap.Failure;
import org.omnihall.eap.Person;
import org.omnihall.eap.Turn;
import org.omnihall.octets.Octets;

/** The server against a supplicant over the JDK's TLS client. */
class TlsMethodsTest extends TlsRing {

    private static Person.Proof proof(TlsKind kind) {
        return switch (kind) {
            case TLS -> Person.Proof.CERTIFICATE;
            case PEAP -> Person.Proof.MS_CHAP_V2;
            case TTLS -> Person.Proof.PAP;
        };
    }

    @ParameterizedTest
    @CsvSource({"TLS, TLSv1.2", "TLS, TLSv1.3", "PEAP, TLSv1.2", "PEAP, TLSv1.3", "TTLS, TLSv1.2", "TTLS, TLSv1.3"})
    void provesAPersonWithTheSameKeysOnBothSidesAndResumes(TlsKind kind, String version) throws Exception {
        Peer peer = peer(kind, version);
        Turn first = peer.run(conversation(), "anonymous", words(kind, "li", "correct horse"));
        assertThat(first).isInstanceOfSatisfying(Turn.Proved.class, proved -> {
            assertThat(proved.person().name()).isEqualTo(kind == TlsKind.TLS ? "li@town" : "li");
            assertThat(proved.person().proof()).isEqualTo(proof(kind));
            assertThat(proved.method()).isEqualTo(kind.name());
        });
        assertThat(((Turn.Proved) first).keys()).isEqualTo(peer.keys());
        int full = peer.requests();
        Turn second = peer.run(conversation(), "anonymous", words(kind, "li", "no password is asked for"));
        assertThat(second).isInstanceOf(Turn.Proved.class);
        assertThat(((Turn.Proved) second).person()).isEqualTo(((Turn.Proved) first).person());
        assertThat(((Turn.Proved) second).keys()).isEqualTo(peer.keys());
        assertThat(((Turn.Proved) second).keys()).isNotEqualTo(((Turn.Proved) first).keys());
        assertThat(peer.requests()).isLessThan(full);
    }

    @ParameterizedTest
    @CsvSource({"TLS, TLSv1.2", "TLS, TLSv1.3", "PEAP, TLSv1.2", "PEAP, TLSv1.3", "TTLS, TLSv1.2", "TTLS, TLSv1.3"})
    void believesNobodyInAResumedSessionWhoIsNoLongerBelieved(TlsKind kind, String version) throws Exception {
        Peer peer = peer(kind, version);
        peer.run(conversation(), "anonymous", words(kind, "li", "correct horse"));
        town.with("li", "another horse").with("li@town", "y");
        assertThat(refusal(peer.run(conversation(), "anonymous", words(kind, "li", "correct horse"))))
                .isEqualTo(Failure.NO_LONGER_BELIEVED);
        Turn anew = peer.run(conversation(), "anonymous", words(kind, "li", "another horse"));
        assertThat(anew).isInstanceOf(Turn.Proved.class);
        town.movesAway("li");
        town.movesAway("li@town");
        assertThat(refusal(peer.run(conversation(), "anonymous", words(kind, "li", "another horse"))))
                .isEqualTo(Failure.NO_LONGER_BELIEVED);
    }

    @ParameterizedTest
    @CsvSource({"PEAP, TLSv1.2", "PEAP, TLSv1.3", "TTLS, TLSv1.2", "TTLS, TLSv1.3"})
    void resumesNothingOfWhoProvedNothing(TlsKind kind, String version) throws Exception {
        Peer peer = peer(kind, version);
        Turn wrong = peer.run(conversation(), "anonymous", words(kind, "li", "wrong horse"));
        assertThat(refusal(wrong)).isEqualTo(Failure.NOT_PROVED);
        assertThat(refusal(peer.run(conversation(), "anonymous", words(kind, "li", "wrong horse"))))
                .isEqualTo(Failure.NOT_PROVED);
        assertThat(peer.run(conversation(), "anonymous", words(kind, "li", "correct horse")))
                .isInstanceOf(Turn.Proved.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void resumesNoSessionOfAnotherMethod(String version) throws Exception {
        SSLContext both = Peer.anyone(server);
        new Peer(both, TlsKind.TTLS, version, SMALL)
                .run(conversation(), "a", words(TlsKind.TTLS, "li", "correct horse"));
        Turn turn = new Peer(both, TlsKind.PEAP, version, SMALL)
                .run(conversation(), "a", words(TlsKind.PEAP, "li", "wrong horse"));
        assertThat(refusal(turn)).isEqualTo(Failure.NOT_PROVED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void refusesCertificatesThatAreOverForeignMissingOrOfNobody(String version) throws Exception {
        for (Optional<Papers> shown : List.of(Optional.of(stranger), Optional.<Papers>empty())) {
            Peer peer = new Peer(Peer.context(server, shown), TlsKind.TLS, version, SMALL);
            assertThat(refusal(peer.run(conversation(), "li", words(TlsKind.TLS, "", ""))))
                    .isEqualTo(Failure.TLS_FAILED);
        }
        Peer late = new Peer(Peer.context(server, Optional.of(over)), TlsKind.TLS, version, SMALL);
        assertThat(refusal(late.run(conversation(), "li", words(TlsKind.TLS, "", ""))))
                .isEqualTo(Failure.CERTIFICATE_REFUSED);
        town.movesAway("li");
        town.movesAway("li@town");
        assertThat(refusal(peer(TlsKind.TLS, version).run(conversation(), "li", words(TlsKind.TLS, "", ""))))
                .isEqualTo(Failure.CERTIFICATE_REFUSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void looksAtTheCertificatesEndAgainWhenItResumes(String version) throws Exception {
        Peer peer = peer(TlsKind.TLS, version);
        assertThat(peer.run(conversation(), "li", words(TlsKind.TLS, "", ""))).isInstanceOf(Turn.Proved.class);
        clock = Clock.offset(Clock.systemUTC(), Duration.ofDays(3));
        assertThat(refusal(peer.run(conversation(), "li", words(TlsKind.TLS, "", ""))))
                .isEqualTo(Failure.CERTIFICATE_REFUSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void isLeftByWhoDoesNotBelieveItsCertificate(String version) throws Exception {
        Peer peer = new Peer(Peer.anyone(stranger), TlsKind.PEAP, version, SMALL);
        assertThat(refusal(peer.run(conversation(), "li", words(TlsKind.PEAP, "li", "correct horse"))))
                .isEqualTo(Failure.TLS_REFUSED);
    }

    @ParameterizedTest
    @CsvSource({"TLS, TLSv1.2", "TLS, TLSv1.3", "PEAP, TLSv1.3", "TTLS, TLSv1.2"})
    void goesOnWhereItWasWhenThePeopleCanBeAskedAgain(TlsKind kind, String version) throws Exception {
        int[] refusals = {0};
        Peer.Way lossy = (conversation, message) -> {
            town.away(true);
            try {
                return conversation.answer(message);
            } catch (IllegalStateException away) {
                refusals[0]++;
                town.away(false);
                return conversation.answer(message);
            }
        };
        for (int round = 1; round <= 2; round++) {
            Peer.Words words = words(kind, "li", "correct horse");
            assertThat(peer(kind, version).through(lossy).run(conversation(), "a", words))
                    .isInstanceOf(Turn.Proved.class);
            assertThat(refusals[0]).isEqualTo(round);
        }
    }

    /** Octets of the middle of one message are changed; what comes of it is a turn or a named fault, and nobody is proved by another's words. */
    @ParameterizedTest
    @CsvSource({"TLS, TLSv1.2", "TLS, TLSv1.3", "PEAP, TLSv1.3", "TTLS, TLSv1.2"})
    void comesToAnEndWhateverIsChangedOnTheWay(TlsKind kind, String version) throws Exception {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20261126);
        for (int round = 0; round < 60; round++) {
            int chosen = random.nextInt(1, 12);
            int[] count = {0};
            Peer peer = peer(kind, version).changedBy(message -> {
                count[0]++;
                return count[0] == chosen ? changed(message, random) : message;
            });
            Turn turn = peer.run(conversation(), "anonymous", words(kind, "li", "correct horse"));
            assertThat(turn).isNotInstanceOf(Turn.Ask.class);
            if (turn instanceof Turn.Proved proved) {
                assertThat(proved.keys()).isEqualTo(peer.keys());
            }
        }
    }

    private static Octets changed(Octets message, RandomGenerator random) {
        byte[] octets = message.toBytes();
        for (int flips = random.nextInt(1, 4); flips > 0; flips--) {
            octets[random.nextInt(4, octets.length)] = (byte) random.nextInt();
        }
        return Octets.of(octets);
    }

    @Test
    void offersNoCertificatesWithoutAnAuthority() throws Exception {
        assertThat(methods.stream().map(EapMethod::name)).containsExactly("PEAP", "TTLS", "TLS");
        List<EapMethod> without = TlsMethods.of(
                new TlsServer(List.of(server.certificate()), server.key(), List.of(), 100, Duration.ofHours(1)),
                clock,
                new SecureRandom());
        assertThat(without.stream().map(EapMethod::name)).containsExactly("PEAP", "TTLS");
        Peer peer = peer(TlsKind.TLS, TlsTunnel.TLS_1_3);
        assertThat(refusal(peer.run(new Conversation(without, town, SMALL), "li", words(TlsKind.TLS, "", ""))))
                .isEqualTo(Failure.NO_COMMON_METHOD);
    }
}
