package org.omnihall.portal.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.omnihall.octets.Octets;
import org.omnihall.portal.Dialect;
import org.omnihall.portal.Packet;
import org.omnihall.portal.Secret;
import org.omnihall.portal.Type;
import org.omnihall.portal.bas.BasEvent;
import org.omnihall.portal.bas.StopCause;
import org.omnihall.portal.server.LoopbackBas.Play;

/** The server against a device on loopback. */
@Timeout(30)
final class PortalServerTest {

    private static final InetAddress PHONE = InetAddress.ofLiteral("10.1.0.100");
    private static final InetAddress PHONE6 = InetAddress.ofLiteral("2001:db8::64");
    private static final InetAddress OTHER = InetAddress.ofLiteral("10.1.0.101");
    private static final UserAddress USER = UserAddress.of(PHONE);
    private static final Secret SECRET = Secret.of("Omnihall-test-1");
    private static final String LI = "13800138000";
    private static final Credential CHAP = new Credential.Chap("472913");
    private static final Credential PAP = new Credential.Pap("472913");
    private static final Timing.Retry QUICK = new Timing.Retry(3, Duration.ofMillis(200));
    private static final Timing TIMING =
            new Timing(QUICK, QUICK, QUICK, Duration.ofMillis(500), Duration.ofSeconds(20));

    private final BlockingQueue<Notice> notices = new LinkedBlockingQueue<>();
    private final BlockingQueue<Drop> drops = new LinkedBlockingQueue<>();
    private Optional<Bas> registered = Optional.empty();
    private Optional<LoopbackBas> device = Optional.empty();
    private Optional<PortalServer> open = Optional.empty();

    private final PortalListener listener = new PortalListener() {
        @Override
        public void noticed(Notice notice) {
            notices.add(notice);
        }

        @Override
        public void dropped(Drop why, InetAddress source) {
            drops.add(why);
        }
    };

    @AfterEach
    void close() throws IOException {
        if (open.isPresent()) {
            open.get().close();
        }
        device.ifPresent(LoopbackBas::close);
    }

    private PortalServer server(Dialect dialect, InetAddress client, Play play, Secret ours) throws IOException {
        LoopbackBas bas = new LoopbackBas(dialect, SECRET, client, play);
        device = Optional.of(bas);
        registered = Optional.of(new Bas(bas.address(), dialect, ours));
        Setup setup = new Setup(new InetSocketAddress(LoopbackBas.LOOPBACK, 0), source -> registered, listener)
                .with(TIMING)
                .with(question -> question.mac().equals(LoopbackBas.MAC));
        PortalServer server = PortalServer.open(setup);
        open = Optional.of(server);
        return server;
    }

    private PortalServer server(Dialect dialect, Play play) throws IOException {
        return server(dialect, PHONE, play, SECRET);
    }

    private Bas bas() {
        return registered.orElseThrow();
    }

    private LoopbackBas device() {
        return device.orElseThrow();
    }

    private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
        return Objects.requireNonNull(queue.poll(5, TimeUnit.SECONDS));
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void bringsAClientOnlineByChapAsksAndTakesItOffline(Dialect dialect) throws IOException {
        PortalServer server = server(dialect, Play.FAIR);
        LoginResult.Online online =
                (LoginResult.Online) server.login(bas(), USER, LI, CHAP).join();
        assertThat(online.requestId()).isEqualTo(0x0102);
        assertThat(online.mac()).contains(LoopbackBas.MAC);
        assertThat(server.info(bas(), USER).join())
                .isEqualTo(new InfoResult.Known(Optional.of("ap-1@city"), Optional.of(70L), Optional.of(9_000L)));
        assertThat(server.logout(bas(), USER, online.requestId()).join()).isEqualTo(new LogoutResult.Offline(false));
        assertThat(drops).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Dialect.class)
    void bringsAClientOnlineByPap(Dialect dialect) throws IOException, InterruptedException {
        PortalServer server = server(dialect, Play.FAIR);
        assertThat(server.login(bas(), USER, LI, PAP).join()).isInstanceOf(LoginResult.Online.class);
        assertThat(device().read(device().next(Type.AFF_ACK_AUTH)).requestId()).isEqualTo(0x0102);
    }

    @Test
    void bringsAnIpv6ClientOnlineWhereTheDialectCan() throws IOException {
        PortalServer server = server(Dialect.CMCC_IPV6, PHONE6, Play.FAIR, SECRET);
        assertThat(server.login(bas(), UserAddress.of(PHONE6), LI, CHAP).join()).isInstanceOf(LoginResult.Online.class);
        Bas other = new Bas(bas().address(), Dialect.HUAWEI2, SECRET);
        assertThat(server.login(other, UserAddress.of(PHONE6), LI, CHAP).join())
                .isEqualTo(new LoginResult.NothingSent(NotSent.ADDRESS_NOT_CARRIED));
    }

    @Test
    void sendsTheSameOctetsAgainWhenOneIsLost() throws IOException, InterruptedException {
        AtomicInteger seen = new AtomicInteger();
        PortalServer server =
                server(Dialect.HUAWEI2, new Play(packet -> seen.getAndIncrement() == 0, ask -> true, true, 1));
        assertThat(server.login(bas(), USER, LI, CHAP).join()).isInstanceOf(LoginResult.Online.class);
        assertThat(next(device().received)).isEqualTo(next(device().received));
    }

    @Test
    void givesUpAtTheDeviceWhenNothingAnswers() throws IOException, InterruptedException {
        PortalServer server = server(Dialect.CMCC, new Play(packet -> true, ask -> true, true, 1));
        assertThat(server.login(bas(), USER, LI, CHAP).join()).isEqualTo(new LoginResult.NoAnswer(Stage.CHALLENGE));
        int serial = device().read(next(device().received)).serial();
        Packet last = device().read(device().next(Type.REQ_LOGOUT));
        assertThat(List.of(last.serial(), last.requestId(), last.errCode())).containsExactly(serial, 0, 1);
    }

    @Test
    void keepsTheDevicesReasonForARefusal() throws IOException {
        PortalServer server = server(Dialect.CMCC, new Play(packet -> false, ask -> false, true, 1));
        LoginResult.Refused refused =
                (LoginResult.Refused) server.login(bas(), USER, LI, CHAP).join();
        assertThat(refused).isEqualTo(new LoginResult.Refused(Stage.AUTH, 1, Optional.of("AC999")));
        assertThat(refused.text(Locale.SIMPLIFIED_CHINESE)).contains("接入控制器出错。");
    }

    @Test
    void saysWhenTheClientIsAlreadyOnline() throws IOException {
        PortalServer server = server(Dialect.CMCC, Play.FAIR);
        server.login(bas(), USER, LI, CHAP).join();
        assertThat(server.login(bas(), USER, LI, CHAP).join())
                .isEqualTo(new LoginResult.AlreadyOnline(Stage.CHALLENGE, Optional.of("AC101")));
    }

    @Test
    void listensOnWhileALoginIsInProgress() throws IOException, InterruptedException {
        PortalServer server = server(Dialect.HUAWEI2, new Play(packet -> false, ask -> true, false, 1));
        CompletableFuture<LoginResult> login = server.login(bas(), USER, LI, CHAP);
        device().next(Type.REQ_AUTH);
        device().next(Type.REQ_AUTH);
        device().happen(
                        new BasEvent.RadiusAccepted(
                                next(device().asked).attempt().requestId()),
                        server.address());
        assertThat(login.join()).isInstanceOf(LoginResult.Online.class);
    }

    @Test
    void stopsListeningWhenPatienceEnds() throws IOException, InterruptedException {
        PortalServer server = server(Dialect.HUAWEI2, new Play(packet -> false, ask -> true, false, 1));
        assertThat(server.login(bas(), USER, LI, PAP).join()).isEqualTo(new LoginResult.InProgress(Stage.AUTH));
        assertThat(device().read(device().next(Type.REQ_LOGOUT)).errCode()).isEqualTo(1);
    }

    @Test
    void affirmsAgainWhenTheDeviceRepeatsItsSuccess() throws IOException, InterruptedException {
        PortalServer server = server(Dialect.HUAWEI2, new Play(packet -> false, ask -> true, true, 2));
        server.login(bas(), USER, LI, PAP).join();
        assertThat(device().next(Type.AFF_ACK_AUTH)).isEqualTo(device().next(Type.AFF_ACK_AUTH));
    }

    @Test
    void dropsAnswersOfWhoDoesNotKnowTheSecret() throws IOException, InterruptedException {
        PortalServer server = server(Dialect.HUAWEI2, PHONE, Play.FAIR, Secret.of("another"));
        assertThat(server.login(bas(), USER, LI, CHAP).join()).isEqualTo(new LoginResult.NoAnswer(Stage.CHALLENGE));
        device().send(
                        Octets.ofHex(
                                "02080000000000070a0100640000000231cccac18f573d0bf4d4ee505c548e0e0a060a6200020b08ee21a259972d"),
                        server.address());
        assertThat(next(drops)).isEqualTo(Drop.BAD_AUTHENTICATOR);
        assertThat(notices).isEmpty();
    }

    @Test
    void sharesOneLoginAmongEagerClicks() throws IOException {
        PortalServer server = server(Dialect.CMCC, new Play(packet -> true, ask -> true, true, 1));
        CompletableFuture<LoginResult> first = server.login(bas(), USER, LI, CHAP);
        CompletableFuture<LoginResult> second = server.login(bas(), USER, LI, CHAP);
        assertThat(server.login(bas(), USER, "13900139000", CHAP).join())
                .isEqualTo(new LoginResult.NothingSent(NotSent.OTHER_LOGIN_WAITING));
        assertThat(second.join()).isSameAs(first.join());
    }

    @Test
    void acknowledgesALogoutNoticeInTheDevicesDialect() throws IOException, InterruptedException {
        PortalServer server = server(Dialect.HUAWEI2, Play.FAIR);
        device().send(
                        Octets.ofHex(
                                "02080000000000070a0100640000000231cccac18f573d0bf4d4ee505c548e0e0a060a6200020b08ee21a259972d"),
                        server.address());
        assertThat(device().next(Type.ACK_NTF_LOGOUT).toHex())
                .isEqualTo("020e0000000000070a010064000000003e5390970af27c8de9a8e0309fd34915");
        Notice notice = next(notices);
        assertThat(notice).isInstanceOf(Notice.LoggedOut.class);
        assertThat(notice.user()).contains(PHONE);
        assertThat(notice.mac()).contains(LoopbackBas.MAC);
    }

    @Test
    void acknowledgesALogoutNoticeOfChinaMobileWithAckLogout() throws IOException, InterruptedException {
        PortalServer server = server(Dialect.CMCC, Play.FAIR);
        server.login(bas(), USER, LI, CHAP).join();
        device().next(Type.AFF_ACK_AUTH);
        server.info(bas(), USER).join();
        device().happen(new BasEvent.ForcedOff(StopCause.IDLE_TIMEOUT, 0, Optional.of("idle")), server.address());
        assertThat(device().read(device().next(Type.ACK_LOGOUT)).errCode()).isZero();
        assertThat(((Notice.LoggedOut) next(notices)).text()).contains("idle");
    }

    @Test
    void answersWhetherAMacIsBound() throws IOException, InterruptedException {
        PortalServer server = server(Dialect.CMCC, Play.FAIR);
        String bound =
                "01300000300100000a010064000000030b08ee21a259972d0a060a6200023016303031302e303032382e3238302e30302e343630";
        device().send(Octets.ofHex(bound), server.address());
        assertThat(device().next(Type.ACK_MACBINDING_INFO).toHex()).isEqualTo("01310000300100000a01006400000000");
        device().send(Octets.ofHex(bound.replace("ee21a259972d", "ee21a259972e")), server.address());
        assertThat(device().next(Type.ACK_MACBINDING_INFO).toHex()).isEqualTo("01310000300100000a01006400000100");
    }

    @Test
    void dropsByNameAndGoesOn() throws IOException, InterruptedException {
        PortalServer server = server(Dialect.CMCC, Play.FAIR);
        device().send(Octets.ofHex("01"), server.address());
        assertThat(next(drops)).isEqualTo(Drop.MALFORMED);
        device().send(Octets.ofHex("01040000200101020a01006400000000"), server.address());
        assertThat(next(drops)).isEqualTo(Drop.NOT_ASKED);
        device().send(Octets.ofHex("01010000200100000a01006400000000"), server.address());
        assertThat(next(drops)).isEqualTo(Drop.UNEXPECTED_TYPE);
        Optional<Bas> known = registered;
        registered = Optional.empty();
        device().send(Octets.ofHex("01040000200101020a01006400000000"), server.address());
        assertThat(next(drops)).isEqualTo(Drop.UNKNOWN_SOURCE);
        registered = known;
        assertThat(server.login(bas(), USER, LI, CHAP).join()).isInstanceOf(LoginResult.Online.class);
    }

    @Test
    void synchronisesAndBeats() throws IOException, InterruptedException {
        PortalServer server = server(Dialect.HUAWEI2, Play.FAIR);
        assertThat(server.synchronise(bas(), List.of(PHONE, OTHER)).join()).isEqualTo(Set.of(OTHER));
        assertThat(server.heartbeat(bas()).join()).isTrue();
        assertThat(device().read(device().next(Type.NTF_HEARTBEAT)).user()).isEmpty();
        Habits huawei = new Habits(false, Optional.empty(), Type.WEB_STATUS_NOTIFY, Dialect.CMCC);
        assertThat(server.heartbeat(new Bas(bas().address(), Dialect.HUAWEI2, SECRET, huawei))
                        .join())
                .isTrue();
    }

    @Test
    void endsWhatWaitsWhenItCloses() throws IOException {
        PortalServer server = server(Dialect.CMCC, new Play(packet -> true, ask -> true, true, 1));
        CompletableFuture<LoginResult> login = server.login(bas(), USER, LI, CHAP);
        server.close();
        assertThat(login.join()).isEqualTo(new LoginResult.NothingSent(NotSent.CLOSED));
        assertThat(server.login(bas(), USER, LI, CHAP).join()).isEqualTo(new LoginResult.NothingSent(NotSent.CLOSED));
    }
}
