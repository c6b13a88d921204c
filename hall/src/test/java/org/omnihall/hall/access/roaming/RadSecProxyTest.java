package org.omnihall.hall.access.roaming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.omnihall.hall.Eventually;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.access.aaa.RadSecSocket;
import org.omnihall.hall.access.aaa.RadiusListeners;
import org.omnihall.hall.access.eap.PaperAuthority;
import org.omnihall.hall.access.eap.Supplicant;
import org.omnihall.hall.access.network.Accounts;
import org.omnihall.hall.access.network.Change;
import org.omnihall.hall.access.network.ControllerRegistry;
import org.omnihall.hall.access.network.Draft;
import org.omnihall.hall.access.roaming.forward.HomeServers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The started hall between Debian's tools: radclient and eapol_test ask, radsecproxy carries it to us, and what we forward to a home server. */
@HallTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RadSecProxyTest {

    private static final String PASSWORD = "correct horse";
    private static final String LI = "proxied-li";
    private static final String NAS = "127.0.15.1";

    private final RadiusListeners hall;
    private final RadSecSocket socket;
    private final RadSecPeers peers;
    private final Realms realms;
    private final RoamingState state;
    private final HomeServers servers;
    private final ControllerRegistry registry;
    private final Accounts accounts;
    private final JdbcClient db;

    @Autowired
    RadSecProxyTest(
            RadiusListeners hall,
            RadSecSocket socket,
            RadSecPeers peers,
            Realms realms,
            RoamingState state,
            HomeServers servers,
            ControllerRegistry registry,
            Accounts accounts,
            JdbcClient db) {
        this.hall = hall;
        this.socket = socket;
        this.peers = peers;
        this.realms = realms;
        this.state = state;
        this.servers = servers;
        this.registry = registry;
        this.accounts = accounts;
        this.db = db;
    }

    @DynamicPropertySource
    static void certificates(DynamicPropertyRegistry properties) throws IOException, GeneralSecurityException {
        PaperAuthority.Pair shown = RoamingPapers.AUTHORITY.issue("hall.example");
        RoamingPapers.show(shown, properties);
        properties.add("omnihall.eap.certificate", shown::certificate);
        properties.add("omnihall.eap.key", shown::key);
        properties.add("omnihall.eap.authorities", RoamingPapers.AUTHORITY::certificate);
    }

    @BeforeAll
    void register() {
        if (!RadSecProxy.installed() || !Supplicant.installed()) {
            assertThat(System.getenv("CI"))
                    .as("missing: apt-get install radsecproxy eapoltest freeradius-utils")
                    .isNull();
            System.err.println("RadSecProxyTest is SKIPPED: apt-get install radsecproxy eapoltest freeradius-utils");
            assumeTrue(false, "radsecproxy or eapol_test is missing");
        }
        controller("behind-the-proxy", "10.15.0.1", RadSecProxy.SECRET);
        controller("the-proxy-itself", "127.0.0.1", RadSecProxy.SECRET);
        controller("roaming-supplicant", NAS, "secret-of-the-supplicant");
        done(peers.add(
                Draft.of("name", "proxy", "certificate", "proxy.example", "controllers", "behind-the-proxy"), "test"));
        done(accounts.add(Draft.of("name", LI, "password", PASSWORD, "methods", "pap ms-chap-v2 tls"), "test"));
    }

    private void controller(String name, String address, String secret) {
        done(registry.add(
                Draft.of("name", name, "addresses", address, "radiusSecret", secret, "domain", "strip"), "test"));
    }

    private static <T> void done(Change<T> change) {
        assertThat(change).isInstanceOf(Change.Done.class);
    }

    private RadSecProxy client(int port) throws IOException, GeneralSecurityException {
        return RadSecProxy.start(
                RoamingPapers.AUTHORITY.issue("proxy.example"),
                List.of(
                        "ListenUDP 127.0.0.1:" + port,
                        "client 127.0.0.1 {\n type udp\n secret " + RadSecProxy.SECRET + "\n}",
                        "server hall {",
                        "  host 127.0.0.1",
                        "  port " + socket.address().orElseThrow().getPort(),
                        "  type tls",
                        "  certificateNameCheck off",
                        "  matchCertificateAttribute CN:/^hall\\.example$/",
                        "  statusServer on",
                        "}",
                        "realm * {\n server hall\n accountingServer hall\n}"));
    }

    /** What radclient heard. */
    private static String radclient(int port, String kind, String attributes) throws IOException, InterruptedException {
        Process radclient = new ProcessBuilder(
                        "radclient", "-x", "-r", "3", "-t", "3", "127.0.0.1:" + port, kind, RadSecProxy.SECRET)
                .redirectErrorStream(true)
                .start();
        try (OutputStream in = radclient.getOutputStream()) {
            in.write(attributes.getBytes(StandardCharsets.UTF_8));
        }
        String said = new String(radclient.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        radclient.waitFor();
        return said;
    }

    @Test
    void answersRadclientThroughRadsecproxy() throws Exception {
        int port = RadSecProxy.freePort();
        try (RadSecProxy proxy = client(port)) {
            String accept = radclient(
                    port,
                    "auth",
                    "User-Name=\"" + LI + "\",User-Password=\"" + PASSWORD
                            + "\",Message-Authenticator=0x00,Proxy-State=0x4142");
            assertThat(accept)
                    .contains("Received Access-Accept", "Proxy-State = 0x4142", "Acct-Interim-Interval = 600");
            assertThat(radclient(
                            port,
                            "auth",
                            "User-Name=\"" + LI + "\",User-Password=\"wrong\",Message-Authenticator=0x00"))
                    .contains("Received Access-Reject", "BAD_PASSWORD");
            assertThat(radclient(
                            port,
                            "acct",
                            "User-Name=\"" + LI + "\",Acct-Status-Type=Start,Acct-Session-Id=\"through-proxy\""))
                    .contains("Received Accounting-Response");
            Eventually.holds(
                    "its session is that of the controller behind the proxy",
                    () -> db.sql(
                                    "select c.name from access.open_session s join access.controller c on c.id = s.controller_id"
                                            + " where acct_session_id = 'through-proxy'")
                            .query(String.class)
                            .list()
                            .equals(List.of("behind-the-proxy")));
            assertThat(proxy.says("refused")).isFalse();
        }
    }

    @Test
    void agreesOnKeysInEapTlsThroughRadsecproxy() throws Exception {
        int port = RadSecProxy.freePort();
        try (RadSecProxy proxy = client(port)) {
            Supplicant supplicant = new Supplicant(
                    new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port),
                    "127.0.0.1",
                    RadSecProxy.SECRET,
                    RoamingPapers.FOLDER);
            Supplicant.Said said = supplicant.ask(0, eapTls(LI));
            assertThat(said.succeeded()).as(said.text()).isTrue();
            assertThat(said.keys()).isOne();
            assertThat(proxy.says("Access-Accept")).isTrue();
        }
    }

    private static List<String> eapTls(String identity) throws IOException, GeneralSecurityException {
        PaperAuthority.Pair own = RoamingPapers.AUTHORITY.issue(LI);
        return List.of(
                "eap=TLS",
                "identity=\"" + identity + "\"",
                "ca_cert=\"" + RoamingPapers.AUTHORITY.certificate() + "\"",
                "client_cert=\"" + own.certificate() + "\"",
                "private_key=\"" + own.key() + "\"");
    }

    private static String udp(String name, InetSocketAddress at) {
        return "server " + name + " {\n host 127.0.0.1\n port " + at.getPort() + "\n type udp\n secret "
                + RadSecProxy.SECRET + "\n}";
    }

    /** The supplicant asks us, we ask radsecproxy over TLS, and it asks the home server over UDP, who is us again under another name. */
    @Test
    void forwardsGuestsToAHomeServerBehindRadsecproxyWithTheirKeysAndBooks() throws Exception {
        int port = RadSecProxy.freePort();
        try (RadSecProxy front = RadSecProxy.start(
                RoamingPapers.AUTHORITY.issue("front.example"),
                List.of(
                        "ListenTLS 127.0.0.1:" + port,
                        "client 127.0.0.1 {\n type tls\n certificateNameCheck off",
                        " matchCertificateAttribute CN:/^hall\\.example$/\n}",
                        udp("auth", hall.authentication().getFirst()),
                        udp("acct", hall.accounting().getFirst()),
                        "realm * {\n server auth\n accountingServer acct\n}"))) {
            done(realms.add(
                    Draft.of(
                            "name", "guests.example",
                            "strip", "true",
                            "transport1", "radsec",
                            "address1", "127.0.0.1",
                            "port1", Integer.toString(port),
                            "certificate1", "front.example"),
                    "test"));
            HomeServer server =
                    state.book().named("guests.example").orElseThrow().servers().getFirst();
            Supplicant supplicant = new Supplicant(
                    hall.authentication().getFirst(), NAS, "secret-of-the-supplicant", RoamingPapers.FOLDER);
            Supplicant.Said said = supplicant.ask(0, eapTls(LI + "@guests.example"));
            assertThat(said.succeeded()).as(said.text()).isTrue();
            assertThat(said.keys()).isOne();
            assertThat(said.accept()).contains("Class", LI + "@guests.example");
            assertThat(servers.standing(server).answered()).isGreaterThan(3);
            assertThat(front.says("Access-Accept")).isTrue();
        }
        HomeServer gone =
                state.book().named("guests.example").orElseThrow().servers().getFirst();
        Supplicant.Said said = new Supplicant(
                        hall.authentication().getFirst(), NAS, "secret-of-the-supplicant", RoamingPapers.FOLDER)
                .with("-t", "2")
                .ask(0, eapTls(LI + "@guests.example"));
        assertThat(said.succeeded()).isFalse();
        Eventually.holds(
                "it is known to be away",
                () -> servers.standing(gone).downSince().isPresent());
    }
}
