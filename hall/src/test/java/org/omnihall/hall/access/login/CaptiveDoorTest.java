package org.omnihall.hall.access.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.AnyRow;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.access.attempt.Attempts;
import org.omnihall.hall.access.dynamic.CurrentTerms;
import org.omnihall.hall.access.network.AccessControllers;
import org.omnihall.hall.access.network.Draft;
import org.omnihall.hall.access.network.Figure;
import org.omnihall.hall.access.network.FigureSettings;
import org.omnihall.hall.access.network.Figures;
import org.omnihall.hall.access.network.Places;
import org.omnihall.hall.access.network.Scope;
import org.omnihall.hall.access.session.Sessions;
import org.omnihall.octets.MacAddress;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What a phone is told that was told by DHCP where to ask (RFC 8908). */
@HallTest
@Import(OneController.class)
class CaptiveDoorTest {

    private static final String ANNOUNCED = "/captive?wlanacname=ac-test&ssid=CMCC";

    private final JdbcClient db;
    private final WebPhone phone;
    private final FigureSettings figures;
    private final ApplicationContext hall;
    private final JsonMapper json = new JsonMapper();

    @Autowired
    CaptiveDoorTest(JdbcClient db, WebPhone phone, FigureSettings figures, ApplicationContext hall) {
        this.db = db;
        this.phone = phone;
        this.figures = figures;
        this.hall = hall;
    }

    @BeforeEach
    @AfterEach
    void nobodyIsOnline() {
        OneController.reset();
        db.sql("delete from access.limit_count").update();
        db.sql("delete from access.open_session where user_name = 'captive'").update();
        db.sql(
                        "update access.attempt set state = 'ENDED' where controller_id = 7 and state in ('CONNECTING', 'ONLINE')")
                .update();
    }

    private HttpResponse<String> ask(String path) {
        return phone.ask(HttpRequest.newBuilder(phone.at(path)).header("Accept", "application/captive+json"));
    }

    private Map<String, Object> told(String path) {
        HttpResponse<String> answer = ask(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/captive+json");
        assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store", "private");
        return json.readValue(answer.body(), new TypeReference<>() {});
    }

    @Test
    void showsTheWayOutToWhoIsHeldBack() {
        Map<String, Object> told = told(ANNOUNCED);
        URI portal =
                URI.create(Objects.requireNonNull(told.get("user-portal-url")).toString());
        assertThat(portal.getScheme()).isEqualTo("https");
        assertThat(told).isEqualTo(Map.of("captive", true, "user-portal-url", portal.toString()));
        HttpResponse<String> landed = phone.ask(HttpRequest.newBuilder(portal).GET());
        assertThat(landed.statusCode()).isEqualTo(303);
        String page = URI.create(landed.headers().firstValue("Location").orElseThrow())
                .getPath();
        assertThat(db.sql("select ssid || ' ' || host(ip) from access.attempt where id = ?")
                        .param(phone.attemptOf(page))
                        .query(String.class)
                        .single())
                .isEqualTo("CMCC 127.0.0.1");
    }

    @Test
    void letsGoWhoHasLoggedInThoughHisSessionIsStillOnItsWay() {
        String page = phone.land();
        phone.post(page + "/number", "number=" + WebPhone.OURS);
        assertThat(told(ANNOUNCED)).containsEntry("captive", true);
        phone.post(page + "/code", "code=" + phone.codeOf(page));
        assertThat(told(ANNOUNCED)).containsEntry("captive", false).doesNotContainKey("seconds-remaining");
        phone.post(page + "/logout", "");
        assertThat(told(ANNOUNCED)).containsEntry("captive", true);
    }

    @Test
    void tellsASessionHowLongItLastsAndWhatThePlaceShows() {
        afterLogin("https://www.example.com/lake");
        try {
            online();
            Map<String, Object> told = told(ANNOUNCED);
            assertThat(told.get("captive")).isEqualTo(false);
            assertThat(told.get("venue-info-url")).isEqualTo("https://www.example.com/lake");
            assertThat(told.get("can-extend-session")).isEqualTo(false);
            assertThat(told.get("seconds-remaining"))
                    .isInstanceOfSatisfying(
                            Integer.class, left -> assertThat(left).isBetween(1, 86_400));
        } finally {
            afterLogin("");
        }
    }

    /** Whoever names another's MAC, or his address, learns nothing of him (rule 1). */
    @Test
    void tellsNobodyOfAnother() {
        online();
        db.sql("update access.open_session set ip = '127.0.0.77' where user_name = 'captive'")
                .update();
        assertThat(told(ANNOUNCED + "&wlanusermac=" + phone.mac())).containsEntry("captive", true);
        db.sql("update access.open_session set ip = '127.0.0.1' where user_name = 'captive'")
                .update();
        assertThat(told(ANNOUNCED + "&wlanusermac=08-ee-21-ff-ff-ff")).containsEntry("captive", false);
        InetAddress own = InetAddress.ofLiteral("127.0.0.1");
        Map<String, String> foreign = Map.of("wlanacname", "ac-test", "wlanuserip", "127.0.0.1");
        assertThat(behind(true).of(foreign, InetAddress.ofLiteral("10.1.1.1"), Instant.now()))
                .as("a controller that translates addresses proves none")
                .isEqualTo(new Captivity.Standing.Unknown());
        assertThat(behind(false).of(foreign, own, Instant.now())).isInstanceOf(Captivity.Standing.Free.class);
    }

    @Test
    void callsNobodyBackWhoAsksOverIpv6() {
        online();
        Map<String, String> query = Map.of("wlanacname", "ac-test");
        assertThat(behind(false).of(query, InetAddress.ofLiteral("2001:db8::7"), Instant.now()))
                .isEqualTo(new Captivity.Standing.Unknown());
        db.sql("update access.open_session set ip = '2001:db8::7' where user_name = 'captive'")
                .update();
        assertThat(behind(false).of(query, InetAddress.ofLiteral("2001:db8::7"), Instant.now()))
                .isInstanceOf(Captivity.Standing.Free.class);
    }

    private Captivity behind(boolean nat) {
        return new Captivity(
                AccessControllers.fixed(OneController.CONTROLLER.registered(nat)),
                hall.getBean(Sessions.class),
                hall.getBean(Attempts.class),
                hall.getBean(CurrentTerms.class),
                hall.getBean(Places.class),
                hall.getBean(Figures.class));
    }

    private void afterLogin(String url) {
        figures.set(Scope.OPERATOR, "/", Draft.of("figure", Figure.AFTER_LOGIN_URL.key(), "value", url), "test");
    }

    private void online() {
        AnyRow.insert(db, "access.open_session", "captive", "user_name", "captive");
        db.sql(
                        "update access.open_session set controller_id = 7, ip = '127.0.0.1', mac = ?, account_id = null, subscriber_id = 1,"
                                + " started_at = now() - interval '1 minute', overdue_at = now() + interval '1 hour' where user_name = 'captive'")
                .param(MacAddress.parse(phone.mac()).orElseThrow().bits())
                .update();
    }

    @Test
    void saysThatItCannotSayWhereTheControllerIsNotKnown() {
        for (String path : new String[] {"/captive", "/captive?wlanacname=evil", ANNOUNCED + "&wlanuserip=10.9.9.9"}) {
            HttpResponse<String> answer = ask(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(404);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(answer.body()).contains("must name an access controller");
        }
        assertThat(ask("/captive?" + "n".repeat(65) + "=1").statusCode()).isEqualTo(400);
    }

    @Test
    void leadsABrowserToThePage() {
        HttpResponse<String> answer = phone.ask(HttpRequest.newBuilder(phone.at(ANNOUNCED))
                .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8"));
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location").orElseThrow())
                .startsWith("https://")
                .endsWith("/landing?wlanacname=ac-test&ssid=CMCC");
    }

    @Test
    void readsAnAcceptThatIsNone() {
        HttpResponse<String> answer =
                phone.ask(HttpRequest.newBuilder(phone.at(ANNOUNCED)).header("Accept", "text/html;;q=,/"));
        assertThat(answer.statusCode()).isIn(200, 406);
    }
}
