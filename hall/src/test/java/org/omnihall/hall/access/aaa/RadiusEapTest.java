package org.omnihall.hall.access.aaa;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.omnihall.eap.EapPacket;
import org.omnihall.eap.EapTypes;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.access.network.ControllerRegistry;
import org.omnihall.octets.Octets;
import org.omnihall.radius.AttributeTypes;
import org.omnihall.radius.Code;
import org.omnihall.radius.Packet;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** How conversations of EAP begin, are found again, and are refused; eapol_test goes through whole ones. */
@HallTest
@TestPropertySource(properties = {"omnihall.eap.conversations=3", "omnihall.eap.life=10m"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RadiusEapTest {

    private static final String HERE = "127.0.12.11";
    private static final int NAK_NONE = 0;

    private final RadiusListeners hall;
    private final ControllerRegistry registry;
    private final RadiusDrops drops;
    private final SmallNas nas;
    private final SmallNas other;

    @Autowired
    RadiusEapTest(RadiusListeners hall, ControllerRegistry registry, RadiusDrops drops) {
        this.hall = hall;
        this.registry = registry;
        this.drops = drops;
        this.nas = new SmallNas(HERE, hall);
        this.other = new SmallNas("127.0.12.12", hall);
    }

    @BeforeAll
    void register() {
        nas.register(registry, "eap-here");
        other.register(registry, "eap-there");
    }

    @AfterAll
    void close() {
        nas.close();
        other.close();
    }

    private static Octets identity(int identifier) {
        return EapPacket.response(identifier, EapTypes.IDENTITY, Octets.ofText("anonymous"))
                .encode();
    }

    private static EapPacket eap(Packet reply) {
        return EapPacket.decode(reply.joined(AttributeTypes.EAP_MESSAGE).orElseThrow());
    }

    /** Wants a method that nobody has, which is the end. */
    private Packet refuse(Packet challenge) {
        Octets nak = EapPacket.response(eap(challenge).identifier(), EapTypes.NAK, Octets.of((byte) NAK_NONE))
                .encode();
        return nas.ask(nas.eap(nak, challenge.first(AttributeTypes.STATE)));
    }

    private long drops(String reason) {
        return drops.rows().stream()
                .filter(row -> row.source().equals(HERE) && row.reason().equals(reason))
                .mapToLong(RadiusDrops.Row::number)
                .sum();
    }

    @Test
    void answersAnIdentityWithTheFirstMethodAndAState() {
        Packet challenge = nas.ask(nas.eap(identity(7), Optional.empty()));
        assertThat(challenge.code()).isEqualTo(Code.ACCESS_CHALLENGE);
        assertThat(challenge.attributes().getFirst().type()).isEqualTo(AttributeTypes.MESSAGE_AUTHENTICATOR.number());
        assertThat(eap(challenge)).isEqualTo(EapPacket.request(8, EapTypes.PEAP, Octets.ofHex("20")));
        assertThat(challenge.first(AttributeTypes.STATE).orElseThrow().length()).isEqualTo(16);
        Packet end = refuse(challenge);
        assertThat(end.code()).isEqualTo(Code.ACCESS_REJECT);
        assertThat(eap(end)).isEqualTo(EapPacket.failure(8));
        assertThat(end.has(AttributeTypes.REPLY_MESSAGE)).isFalse();
    }

    @Test
    void asksForTheIdentityWhereTheAccessPointDidNot() {
        Packet asked = nas.ask(nas.eap(Octets.EMPTY, Optional.empty()));
        assertThat(eap(asked)).isEqualTo(EapPacket.request(1, EapTypes.IDENTITY, Octets.EMPTY));
        Packet challenge = nas.ask(nas.eap(identity(1), asked.first(AttributeTypes.STATE)));
        assertThat(eap(challenge).type()).isEqualTo(EapTypes.PEAP);
        refuse(challenge);
    }

    @Test
    void hasWhoComesWithAnotherNodesStateBeginAnewAtOnce() {
        long before = drops("EAP_OTHER_NODE");
        Packet reply = nas.ask(nas.eap(identity(9), Optional.of(Octets.of(new byte[16]))));
        assertThat(reply.code()).isEqualTo(Code.ACCESS_REJECT);
        assertThat(eap(reply)).isEqualTo(EapPacket.failure(9));
        assertThat(drops("EAP_OTHER_NODE")).isEqualTo(before + 1);
    }

    @Test
    void knowsAConversationNoMoreAfterItsEnd() {
        Packet challenge = nas.ask(nas.eap(identity(7), Optional.empty()));
        refuse(challenge);
        long before = drops("EAP_NO_CONVERSATION");
        Packet late = nas.ask(nas.eap(identity(8), challenge.first(AttributeTypes.STATE)));
        assertThat(late.code()).isEqualTo(Code.ACCESS_REJECT);
        assertThat(drops("EAP_NO_CONVERSATION")).isEqualTo(before + 1);
    }

    @Test
    void givesNoConversationToAnotherController() {
        Packet challenge = nas.ask(nas.eap(identity(7), Optional.empty()));
        Packet reply = other.ask(other.eap(identity(8), challenge.first(AttributeTypes.STATE)));
        assertThat(reply.code()).isEqualTo(Code.ACCESS_REJECT);
        assertThat(eap(refuse(challenge))).isEqualTo(EapPacket.failure(8));
    }

    @Test
    void isSilentToWhatIsNoEapOrWasNotAskedForAndCountsIt() {
        long malformed = drops("EAP_MALFORMED");
        assertThat(nas.isMetWithSilence(nas.eap(Octets.ofHex("0207"), Optional.empty()), SmallNas.secret()))
                .isTrue();
        assertThat(drops("EAP_MALFORMED")).isGreaterThan(malformed);
        long unexpected = drops("EAP_UNEXPECTED");
        Octets outOfTurn =
                EapPacket.response(7, EapTypes.PEAP, Octets.ofHex("00")).encode();
        assertThat(nas.isMetWithSilence(nas.eap(outOfTurn, Optional.empty()), SmallNas.secret()))
                .isTrue();
        assertThat(drops("EAP_UNEXPECTED")).isGreaterThan(unexpected);
    }

    @Test
    void isSilentToOneConversationMoreThanItMayHold() {
        Packet one = nas.ask(nas.eap(identity(1), Optional.empty()));
        Packet two = nas.ask(nas.eap(identity(2), Optional.empty()));
        Packet three = nas.ask(nas.eap(identity(3), Optional.empty()));
        long before = drops("EAP_FULL");
        assertThat(nas.isMetWithSilence(nas.eap(identity(4), Optional.empty()), SmallNas.secret()))
                .isTrue();
        assertThat(drops("EAP_FULL")).isGreaterThan(before);
        refuse(one);
        Packet four = nas.ask(nas.eap(identity(4), Optional.empty()));
        assertThat(four.code()).isEqualTo(Code.ACCESS_CHALLENGE);
        refuse(two);
        refuse(three);
        refuse(four);
    }

    @Test
    void isSilentToEapWithoutMessageAuthenticator() {
        Packet bare = nas.eap(identity(7), Optional.empty());
        assertThat(nas.raw(bare, hall.authentication().getFirst(), Duration.ofMillis(400)))
                .isEmpty();
        assertThat(drops("MISSING_MESSAGE_AUTHENTICATOR")).isPositive();
    }
}
