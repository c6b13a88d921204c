package org.omnihall.portal.bas;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.omnihall.octets.MacAddress;
import org.omnihall.octets.Octets;
import org.omnihall.portal.Authenticator;
import org.omnihall.portal.Dialect;
import org.omnihall.portal.Packet;
import org.omnihall.portal.Secret;
import org.omnihall.portal.Type;
import org.omnihall.portal.bas.BasAction.Reply;

/** The device's side, driven by octets that were computed outside this code. */
final class BasStateMachineTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final InetAddress PHONE = InetAddress.ofLiteral("10.1.0.100");
    private static final MacAddress MAC = MacAddress.parse("ee21-a259-972d").orElseThrow();
    private static final Octets CHALLENGE = Octets.ofHex("000102030405060708090a0b0c0d0e0f");
    private static final InetAddress BAS = InetAddress.ofLiteral("10.98.0.2");

    private static final String PAP_AUTH =
            "02030100100100000a0100640000000254959e4de19885ae906ba7b0b08b6b94010d31333830303133383030300208343732393133";
    private static final String AUTH_OK =
            "02040100100100070a0100640000000196785572b2370d5c56db778929849dba0a060a620002";
    private static final String AFFIRM = "02070100100100070a010064000000004125de227028c143479d3b6409f7114d";
    private static final String V1_CHALLENGE = "01010000200100000a01006400000000";
    private static final String V1_CHALLENGED = "01020000200101020a010064000000010312000102030405060708090a0b0c0d0e0f";
    private static final String V1_AUTH =
            "01030000200101020a01006400000002010d313338303031333830303004124142f8868156ea90474c7e1f2767ecfc";

    private final BasStateMachine huawei = machine(Dialect.HUAWEI2, Secret.of("Omnihall-test-1"));
    private final BasStateMachine cmcc = machine(Dialect.CMCC, Secret.NONE);
    private BasState state = new BasState.Idle();
    private Instant now = NOON;
    private int number = 7;

    private static BasStateMachine machine(Dialect dialect, Secret secret) {
        BasProfile profile = new BasProfile(
                dialect,
                Dialect.CMCC,
                secret,
                BAS,
                new BasProfile.Naming(false, Optional.of("0010.0028.280.00.460")),
                BasProfile.Timers.DEFAULT);
        return new BasStateMachine(profile, new BasClient(PHONE, MAC));
    }

    private List<BasAction> step(BasStateMachine machine, BasEvent event) {
        BasStep step = machine.step(state, event, new Given(now, number, CHALLENGE, Given.Traffic.NONE));
        state = step.state();
        return step.actions();
    }

    private List<BasAction> hear(BasStateMachine machine, String hex) {
        ByteBuffer octets = ByteBuffer.wrap(Octets.ofHex(hex).toBytes());
        return step(
                machine,
                new BasEvent.Heard(Packet.decode(octets, machine.profile().dialect()), false));
    }

    private static String only(List<BasAction> actions) {
        assertThat(actions).hasSize(1);
        return hex(((Reply) actions.getFirst()).packet());
    }

    private static String hex(Packet packet) {
        return Octets.of(packet.encode()).toHex();
    }

    private void online(BasStateMachine machine) {
        hear(machine, PAP_AUTH);
        step(machine, new BasEvent.RadiusAccepted(7));
        hear(machine, AFFIRM);
        assertThat(state).isInstanceOf(BasState.Online.class);
    }

    @Test
    void letsInByPap() {
        BasAction.AskRadius ask = (BasAction.AskRadius) hear(huawei, PAP_AUTH).getFirst();
        assertThat(ask.attempt()).isEqualTo(new BasState.Attempt(7, "13800138000", false));
        assertThat(ask.proof()).isEqualTo(new BasAction.Proof.Pap(Octets.ofText("472913")));
        assertThat(only(step(huawei, new BasEvent.RadiusAccepted(7)))).isEqualTo(AUTH_OK);
        assertThat(only(hear(huawei, PAP_AUTH))).as("again until affirmed").isEqualTo(AUTH_OK);
        List<BasAction> affirmed = hear(huawei, AFFIRM);
        assertThat(affirmed).first().isInstanceOf(BasAction.StartAccounting.class);
        assertThat(state).isInstanceOf(BasState.Online.class);
    }

    @Test
    void tellsWhyRadiusRefused() {
        hear(huawei, PAP_AUTH);
        assertThat(only(step(huawei, new BasEvent.RadiusRejected(7, Optional.of("Reject by AAA")))))
                .isEqualTo(
                        "02040100100100070a01006400000101125a5243b28c006583bdcdcb4dd9cdb4050f52656a65637420627920414141");
        assertThat(state).isInstanceOf(BasState.Idle.class);
    }

    @Test
    void ignoresAnAnswerOfRadiusToAnotherAttempt() {
        hear(huawei, PAP_AUTH);
        assertThat(step(huawei, new BasEvent.RadiusAccepted(6))).isEmpty();
        assertThat(state).isInstanceOf(BasState.Authenticating.class);
    }

    @Test
    void logsOutWhenAsked() {
        online(huawei);
        List<BasAction> actions = hear(huawei, "02050000100200070a0100640000000051b26104c33de4f1cff25233d170a9e6");
        assertThat(hex(((Reply) actions.getFirst()).packet()))
                .isEqualTo("02060000100200070a0100640000000080ab165aa910aca639f888197466716d");
        assertThat(actions.get(1)).isInstanceOf(BasAction.StopAccounting.class);
    }

    @Test
    void forgetsAHalfOpenLoginThatTheServerGaveUp() {
        hear(huawei, PAP_AUTH);
        assertThat(hear(huawei, "02050000100100000a010064000001002e66d95b572c98982a0e4cc41c3c5a37"))
                .isEmpty();
        assertThat(state).isInstanceOf(BasState.Idle.class);
    }

    @Test
    void repeatsItsLogoutNoticeUntilItIsAcknowledged() {
        online(huawei);
        List<BasAction> actions = step(huawei, new BasEvent.ForcedOff(StopCause.IDLE_TIMEOUT, 0, Optional.empty()));
        BasAction.TellServer told = (BasAction.TellServer) actions.get(1);
        assertThat(hex(told.packet()))
                .isEqualTo(
                        "02080000000000070a0100640000000231cccac18f573d0bf4d4ee505c548e0e0a060a6200020b08ee21a259972d");
        now = NOON.plusSeconds(4);
        assertThat(step(huawei, new BasEvent.Tick())).isEmpty();
        now = NOON.plusSeconds(5);
        assertThat(step(huawei, new BasEvent.Tick())).containsExactly(told);
        hear(huawei, "020e0000000000070a010064000000003e5390970af27c8de9a8e0309fd34915");
        assertThat(state).isInstanceOf(BasState.Idle.class);
    }

    @Test
    void repeatsItsLogoutNoticeThreeTimesAtMost() {
        online(huawei);
        step(huawei, new BasEvent.ForcedOff(StopCause.NAS_REBOOT, 0, Optional.empty()));
        for (int i = 0; i < 3; i++) {
            now = now.plusSeconds(5);
            assertThat(step(huawei, new BasEvent.Tick())).hasSize(1);
        }
        now = now.plusSeconds(5);
        assertThat(step(huawei, new BasEvent.Tick())).isEmpty();
        assertThat(state).isInstanceOf(BasState.Idle.class);
    }

    @Test
    void answersADamagedAuthenticatorWithSilence() {
        assertThat(hear(huawei, PAP_AUTH.replace("54959e", "54959f"))).isEmpty();
        assertThat(state).isInstanceOf(BasState.Idle.class);
    }

    @Test
    void challengesAgainWithTheSameNumbers() {
        number = 0x0102;
        assertThat(only(hear(cmcc, V1_CHALLENGE))).isEqualTo(V1_CHALLENGED);
        number = 0x0999;
        assertThat(only(hear(cmcc, V1_CHALLENGE))).isEqualTo(V1_CHALLENGED);
    }

    @Test
    void letsInByChap() {
        number = 0x0102;
        hear(cmcc, V1_CHALLENGE);
        BasAction.AskRadius ask = (BasAction.AskRadius) hear(cmcc, V1_AUTH).getFirst();
        assertThat(ask.proof())
                .isEqualTo(new BasAction.Proof.Chap(2, Authenticator.chapPassword(2, "472913", CHALLENGE), CHALLENGE));
        assertThat(only(hear(cmcc, V1_AUTH))).as("in progress").isEqualTo("01040000200101020a01006400000300");
        assertThat(only(hear(cmcc, V1_CHALLENGE))).isEqualTo("01020000200101020a01006400000300");
    }

    @Test
    void saysWhoIsAlreadyOnline() {
        number = 0x0102;
        hear(cmcc, V1_CHALLENGE);
        hear(cmcc, V1_AUTH);
        step(cmcc, new BasEvent.RadiusAccepted(0x0102));
        hear(cmcc, "01070000200101020a01006400000000");
        assertThat(only(hear(cmcc, V1_CHALLENGE))).isEqualTo("01020000200101020a0100640000020105074143313031");
    }

    @Test
    void keepsAChallengeForFifteenSeconds() {
        number = 0x0102;
        hear(cmcc, V1_CHALLENGE);
        now = NOON.plusMillis(14_999);
        assertThat(hear(cmcc, V1_AUTH).getFirst()).isInstanceOf(BasAction.AskRadius.class);
        state = new BasState.Idle();
        now = NOON;
        hear(cmcc, V1_CHALLENGE);
        now = NOON.plusSeconds(15);
        assertThat(only(hear(cmcc, V1_AUTH))).isEqualTo("01040000200101020a01006400000100");
    }

    @Test
    void dropsWhoIsNotAffirmed() {
        hear(huawei, PAP_AUTH);
        step(huawei, new BasEvent.RadiusAccepted(7));
        now = NOON.plusSeconds(30);
        step(huawei, new BasEvent.Tick());
        assertThat(state).isInstanceOf(BasState.Idle.class);
        assertThat(hear(huawei, AFFIRM)).isEmpty();
    }

    @Test
    void asksForABindingAndWaitsForTheLogin() {
        number = 0x3001;
        BasAction.TellMacServer asked = (BasAction.TellMacServer)
                step(cmcc, new BasEvent.FirstTraffic()).getFirst();
        assertThat(hex(asked.packet()))
                .isEqualTo(
                        "01300000300100000a010064000000030b08ee21a259972d0a060a6200023016303031302e303032382e3238302e30302e343630");
        BasState question = state;
        hear(cmcc, "01310000300100000a01006400000000");
        assertThat(state).isInstanceOf(BasState.Bound.class);
        state = question;
        hear(cmcc, "01310000300100000a01006400000100");
        assertThat(state).isInstanceOf(BasState.Idle.class);
    }

    @Test
    void answersAboutStrangersInChinaMobileOnly() {
        Packet asked = Packet.decode(ByteBuffer.wrap(Octets.ofHex(V1_CHALLENGE).toBytes()), Dialect.CMCC);
        Packet refused = new BasDevice(cmcc.profile()).unknownClient(asked).orElseThrow();
        assertThat(hex(refused)).isEqualTo("01020000200100000a0100640000010105074143313032");
        assertThat(new BasDevice(huawei.profile()).unknownClient(asked)).isEmpty();
    }

    @Test
    void refusesToTellAboutWhoIsOffline() {
        Reply reply = (Reply) hear(huawei, "02090000100300000a01006400000001f024096f5dfed54854976e70de472fc50802")
                .getFirst();
        assertThat(reply.packet().type()).isEqualTo(Type.ACK_INFO);
        assertThat(reply.packet().errCode()).isEqualTo(2);
    }
}
