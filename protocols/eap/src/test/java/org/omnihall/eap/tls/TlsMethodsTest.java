package org.omnihall.eap.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.omnihall.eap.Conversation;
import org.omnihall.eap.EapMethod;
import org.omnihall.eap.EapPacket;
import org.omnihall.eap.EapTypes;
import org.omnihall.eap.Failure;
import org.omnihall.eap.Limits;
import org.omnihall.eap.Person;
import org.omnihall.eap.Turn;
import org.omnihall.octets.Octets;
import org.omnihall.radius.AttributeType;
import org.omnihall.radius.AttributeTypes;
import org.omnihall.radius.auth.MsChapV2;

/** The server against a supplicant over the JDK's TLS client. */
class TlsMethodsTest {

    private static final String TICKETS = "jdk.tls.server.enableSessionTicketExtension";
    private static final Limits SMALL = new Limits(300, 65_536, 64);
    private static final Octets DONE = Octets.ofHex("800300020001");
    private static final Octets NOT_DONE = Octets.ofHex("800300020002");
    private static final Octets NOTHING = Octets.EMPTY;

    @TempDir
    static Path folder;

    private static Papers server;
    private static Papers li;
    private static Papers over;
    private static Papers stranger;

    private final Town town = new Town().with("li", "correct horse").with("li@town", "x");
    private Clock clock = Clock.systemUTC();
    private List<EapMethod> methods = List.of();

    /** As the hall's launcher does, so that TLS 1.2 is resumed by a session's name. */
    @BeforeAll
    static void make() throws Exception {
        System.setProperty(TICKETS, "false");
        server = Papers.of(folder, "server", true);
        li = Papers.of(folder, "li", true);
        over = Papers.of(folder, "li", false);
        stranger = Papers.of(folder, "stranger", true);
    }

    @AfterAll
    static void asBefore() {
        System.clearProperty(TICKETS);
    }

    @BeforeEach
    void open() throws Exception {
        methods = TlsMethods.of(
                new TlsServer(
                        List.of(server.certificate()),
                        server.key(),
                        List.of(li.certificate(), over.certificate()),
                        100,
                        Duration.ofHours(1)),
                new Clock() {
                    @Override
                    public java.time.ZoneId getZone() {
                        return clock.getZone();
                    }

                    @Override
                    public Clock withZone(java.time.ZoneId zone) {
                        return clock.withZone(zone);
                    }

                    @Override
                    public java.time.Instant instant() {
                        return clock.instant();
                    }
                },
                new SecureRandom());
    }

    private Conversation conversation() {
        return new Conversation(methods, town, SMALL);
    }

    /** A supplicant of a kind with the right papers. */
    private static Peer peer(TlsKind kind, String version) throws Exception {
        SSLContext context = kind == TlsKind.TLS ? Peer.context(server, Optional.of(li)) : Peer.anyone(server);
        return new Peer(context, kind, version, SMALL);
    }

    /** What a supplicant says inside. */
    private static Peer.Words words(TlsKind kind, String name, String password) {
        return switch (kind) {
            case TLS -> (said, request, tunnel) -> NOTHING;
            case PEAP -> new PeapWords(name, password);
            case TTLS -> new Once(pap(name, password));
        };
    }

    private static Octets pap(String name, String password) {
        return avp(AttributeTypes.USER_NAME, Octets.ofText(name))
                .plus(avp(AttributeTypes.USER_PASSWORD, Octets.ofText(password + "\0\0\0")));
    }

    private static Octets avp(AttributeType type, Octets value) {
        return new Avp(type.number(), type.vendor(), true, value).encode();
    }

    /** Says something once the server has seen that the tunnel is open, then nothing more. */
    private static final class Once implements Peer.Words {

        private Octets left;
        private boolean silent;

        Once(Octets words) {
            this.left = words;
        }

        @Override
        public Octets to(Octets said, EapPacket request, TlsTunnel tunnel) {
            if (tunnel.isTls13() && !silent) {
                silent = true;
                return NOTHING;
            }
            Octets now = said.isEmpty() ? left : NOTHING;
            left = NOTHING;
            return now;
        }
    }

    /** Identity, the answer to a challenge, and agreement with whatever result. */
    private record PeapWords(String name, String password) implements Peer.Words {

        @Override
        public Octets to(Octets said, EapPacket request, TlsTunnel tunnel) {
            if (said.isEmpty()) {
                return NOTHING;
            }
            if (said.length() > 4 && said.at(4) == EapTypes.EXTENSIONS) {
                return result(EapPacket.decode(said));
            }
            return switch (said.at(0)) {
                case EapTypes.IDENTITY -> Octets.of((byte) EapTypes.IDENTITY).plus(Octets.ofText(name));
                case EapTypes.MS_CHAP_V2 -> answer(said);
                default -> throw new AssertionError("what is " + said);
            };
        }

        private Octets answer(Octets said) {
            if (said.at(1) != InnerMsChap.CHALLENGE) {
                return said.slice(0, 2);
            }
            MsChapV2 proof = MsChapV2.answer(
                    said.at(2), said.slice(6, 22), Octets.of(new byte[16]), name, MsChapV2.ntHash(password));
            return Octets.of((byte) 26, (byte) 2, (byte) said.at(2), (byte) 0, (byte) (54 + name.length()), (byte) 49)
                    .plus(proof.responseValue().slice(2, 50))
                    .plus(Octets.of((byte) 0))
                    .plus(Octets.ofText(name));
        }

        private static Octets result(EapPacket told) {
            return EapPacket.response(told.identifier(), EapTypes.EXTENSIONS, told.typeData())
                    .encode();
        }
    }

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

    private static Failure refusal(Turn turn) {
        assertThat(turn).isInstanceOf(Turn.Refused.class);
        return ((Turn.Refused) turn).why();
    }
}
