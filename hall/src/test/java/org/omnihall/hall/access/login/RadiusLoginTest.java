package org.omnihall.hall.access.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.omnihall.hall.Eventually;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.TrustingClient;
import org.omnihall.hall.access.aaa.RadiusListeners;
import org.omnihall.hall.access.aaa.SmallNas;
import org.omnihall.hall.access.attempt.Handle;
import org.omnihall.hall.access.dynamic.Disconnects;
import org.omnihall.hall.access.dynamic.EndResult;
import org.omnihall.hall.access.network.AccessController;
import org.omnihall.hall.access.network.ControllerRegistry;
import org.omnihall.hall.access.session.OpenSession;
import org.omnihall.hall.access.session.SessionClass;
import org.omnihall.hall.access.session.Sessions;
import org.omnihall.hall.channel.ChannelClass;
import org.omnihall.hall.interaction.Cards;
import org.omnihall.hall.interaction.ContactKind;
import org.omnihall.hall.interaction.CustomerCard;
import org.omnihall.hall.interaction.Journeys;
import org.omnihall.hall.interaction.StateLine;
import org.omnihall.hall.node.Home;
import org.omnihall.hall.node.WebOrigins;
import org.omnihall.hall.vault.Vault;
import org.omnihall.octets.MacAddress;
import org.omnihall.octets.Octets;
import org.omnihall.radius.AttributeTypes;
import org.omnihall.radius.Code;
import org.omnihall.radius.Packet;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A phone from the login page over Portal and RADIUS into accounting, joined by one journey (access-rules.md rules 1 to 3 and 11). */
@HallTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RadiusLoginTest {

    private static final String NUMBER = "13805710077";
    private static final MacAddress PHONE = new MacAddress(0x08ee_2177_0001L);

    private final SmallController portal = new SmallController();
    private final ControllerRegistry registry;
    private final JdbcClient db;
    private final Vault vault;
    private final WebOrigins origins;
    private final HttpClient http;
    private final SessionClass classes;
    private final Sessions sessions;
    private final Disconnects disconnects;
    private final Journeys journeys;
    private final Cards cards;
    private final SmallNas nas;
    private Optional<AccessController> controller = Optional.empty();

    @Autowired
    RadiusLoginTest(
            RadiusListeners hall,
            ControllerRegistry registry,
            JdbcClient db,
            Vault vault,
            WebOrigins origins,
            Home home,
            SessionClass classes,
            Sessions sessions,
            Disconnects disconnects,
            Journeys journeys,
            Cards cards) {
        this.registry = registry;
        this.db = db;
        this.vault = vault;
        this.origins = origins;
        this.http = TrustingClient.of(home);
        this.classes = classes;
        this.sessions = sessions;
        this.disconnects = disconnects;
        this.journeys = journeys;
        this.cards = cards;
        this.nas = new SmallNas("127.0.0.1", hall);
    }

    @BeforeAll
    void register() {
        String port = Integer.toString(portal.registered().portalPort());
        controller = Optional.of(nas.register(
                registry, "ac-login", "dialect", "cmcc", "method", "pap", "portalPort", port, "redirectMap", "CMCC"));
    }

    @AfterAll
    void close() {
        nas.close();
        portal.close();
    }

    @Test
    void aTokenLetsInItsOwnDeviceOnlyAndJoinsPageAndAccounting() {
        UUID attempt = loggedIn();
        String token = portal.passwords.getLast();
        MacAddress other = new MacAddress(0x08ee_2177_0002L);
        assertThat(refusal(nas.ask(nas.pap(NUMBER, token, other)))).isEqualTo("MISMATCH");
        assertThat(refusal(nas.ask(nas.pap(NUMBER, "AAAAAAAAAAAAAAAA", PHONE)))).isEqualTo("BAD_PASSWORD");
        Packet accept = nas.ask(nas.pap(NUMBER, token, PHONE));
        assertThat(accept.code()).isEqualTo(Code.ACCESS_ACCEPT);
        Octets handle = accept.first(AttributeTypes.CLASS).orElseThrow();
        assertThat(classes.read(handle)).hasValueSatisfying(said -> {
            assertThat(said.journey()).isEqualTo(attempt);
            assertThat(said.mac()).contains(PHONE);
        });
        assertThat(nas.ask(nas.pap(NUMBER, token, PHONE)).first(AttributeTypes.CLASS))
                .contains(handle);
        Eventually.holds(
                "a binding is born", () -> one("select count(*) from access.binding where attempt = ?", attempt));
        nas.ask(nas.accounting(1, "login-1", PHONE)
                .octets(AttributeTypes.CLASS, handle)
                .address(AttributeTypes.FRAMED_IP_ADDRESS, InetAddress.ofLiteral("127.0.0.1"))
                .build());
        long acknowledged = System.nanoTime();
        Eventually.holds("the visit is on the log", () -> logged(attempt, ContactKind.SESSION_OPENED));
        assertThat(Duration.ofNanos(System.nanoTime() - acknowledged)).isLessThan(Duration.ofSeconds(2));
        OpenSession session = sessions.openFor(controller.orElseThrow().id(), Optional.of(PHONE), Optional.empty())
                .orElseThrow();
        assertThat(session.journey()).contains(attempt);
        assertThat(session.userName()).isEqualTo(NUMBER);
        assertThat(sessions.liveOf(session.subscriberId().orElseThrow())).containsExactly(session);
        assertThat(one(
                        "select count(*) from access.funnel_step where attempt = ? and step = 'ACCOUNTING_STARTED'",
                        attempt))
                .isTrue();
        isOnTheCard(attempt, session.subscriberId().orElseThrow());
        assertThat(disconnects
                        .end(session, "test", Disconnects.Way.PORTAL)
                        .join()
                        .state())
                .isEqualTo(EndResult.State.ACKNOWLEDGED);
    }

    private boolean logged(UUID attempt, ContactKind kind) {
        return journeys.of(attempt).stream().anyMatch(row -> row.contact().kind() == kind);
    }

    /** Requirement B23: the visitor's contact is on the card at a clerk's desk, with the journey of his login. */
    private void isOnTheCard(UUID attempt, long subscriber) {
        CustomerCard card = cards.of(subscriber, ChannelClass.OWN_STORE, "/").orElseThrow();
        assertThat(card.history())
                .filteredOn(row -> row.contact().journey().equals(attempt))
                .extracting(row -> row.contact().kind())
                .contains(ContactKind.LOGIN, ContactKind.SESSION_OPENED);
        assertThat(card.state()).extracting(StateLine::state).containsExactly("ONLINE");
        assertThat(card.toString()).doesNotContain(NUMBER);
        assertThat(logged(attempt, ContactKind.CODE_ASKED)).isTrue();
    }

    private static String refusal(Packet reply) {
        assertThat(reply.code()).isEqualTo(Code.ACCESS_REJECT);
        return reply.text(AttributeTypes.REPLY_MESSAGE).orElseThrow();
    }

    private boolean one(String count, UUID attempt) {
        return db.sql(count).param(attempt).query(Integer.class).single() == 1;
    }

    /** The page's attempt, after number and code. */
    private UUID loggedIn() {
        HttpResponse<String> hop = ask(HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + origins.landing().getPort()
                                + "/landing?wlanuserip=127.0.0.1&wlanacname=ac-login&ssid=CMCC&wlanusermac=" + PHONE))
                .GET());
        String page =
                URI.create(hop.headers().firstValue("Location").orElseThrow()).getPath();
        UUID attempt = Handle.parse(page.substring(3))
                .flatMap(handle -> db.sql("select id from access.attempt where handle_hash = sha256(?)")
                        .param(handle.octets().toBytes())
                        .query(UUID.class)
                        .optional())
                .orElseThrow();
        post(page + "/number", "number=" + NUMBER);
        post(page + "/code", "code=" + code(attempt));
        return attempt;
    }

    private String code(UUID attempt) {
        return db.sql("select sealed, number_key from access.code where attempt = ?")
                .param(attempt)
                .query((row, number) -> vault.open(
                                "access.code",
                                Octets.of(row.getBytes("sealed")),
                                Octets.ofText(attempt.toString()).plus(Octets.of(row.getBytes("number_key"))))
                        .toText())
                .single();
    }

    private void post(String path, String form) {
        HttpResponse<String> answer = ask(HttpRequest.newBuilder(URI.create(origins.pages() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
        assertThat(answer.statusCode()).isEqualTo(303);
    }

    private HttpResponse<String> ask(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new AssertionError(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }
}
