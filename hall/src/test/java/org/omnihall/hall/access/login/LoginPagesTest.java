package org.omnihall.hall.access.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.TrustingClient;
import org.omnihall.hall.access.aaa.LoginOutcomes;
import org.omnihall.hall.access.funnel.Drop;
import org.omnihall.hall.access.funnel.FunnelHours;
import org.omnihall.hall.access.network.AccessControllers;
import org.omnihall.hall.node.Home;
import org.omnihall.hall.node.WebOrigins;
import org.omnihall.hall.vault.Vault;
import org.omnihall.octets.MacAddress;
import org.omnihall.octets.Octets;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Walks the login pages as a phone does, with a real database and an access controller on loopback. */
@HallTest
@Import(LoginPagesTest.OneController.class)
class LoginPagesTest {

    private static final String OURS = "13805710001";
    private static final String FOREIGN = "13000000000";
    private static final SmallController CONTROLLER = new SmallController();
    private static final Duration[] AHEAD = {Duration.ZERO};
    private static int nextMac = 0x100;

    private record Phone(String mac) {}

    private final JdbcClient db;
    private final Vault vault;
    private final LoginOutcomes outcomes;
    private final FunnelHours hours;
    private final WebOrigins origins;
    private final HttpClient http;
    private final Phone phone = new Phone("08:ee:21:00:%02x:%02x".formatted(nextMac >> 8, nextMac++ & 0xff));

    @Autowired
    LoginPagesTest(
            JdbcClient db, Vault vault, LoginOutcomes outcomes, FunnelHours hours, WebOrigins origins, Home home) {
        this.db = db;
        this.vault = vault;
        this.outcomes = outcomes;
        this.hours = hours;
        this.origins = origins;
        this.http = TrustingClient.of(home);
    }

    @BeforeEach
    void forgetLimits() {
        AHEAD[0] = Duration.ZERO;
        db.sql("delete from access.limit_count").update();
    }

    @Test
    void bringsAFirstPhoneOnlineByCode() {
        String page = land(phone);
        assertThat(get(page).body()).contains("autocomplete=\"tel-national\"").contains("免费上网");
        assertThat(post(page + "/number", "number=" + OURS)).isEqualTo(page);
        String form = get(page).body();
        assertThat(form).contains("autocomplete=\"one-time-code\"", "inputmode=\"numeric\"", "138****0001");
        assertThat(form).doesNotContain(OURS);
        assertThat(post(page + "/code", "code=" + codeOf(page))).isEqualTo(page);
        assertThat(get(page).body()).contains("您已上网");
        assertThat(CONTROLLER.users).contains(OURS);
        assertThat(CONTROLLER.passwords.getLast()).matches("[A-Za-z0-9_-]{16}");
        assertThat(post(page + "/logout", "")).isEqualTo(page);
        assertThat(get(page).body()).contains("您已下线");
    }

    @Test
    void keepsARuleOfEachPage() {
        String page = land(phone);
        HttpResponse<String> answer = get(page);
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("X-Frame-Options")).contains("DENY");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(answer.body().getBytes(StandardCharsets.UTF_8).length).isLessThan(40 * 1024);
        assertThat(answer.body()).doesNotContain("<script", "http://", "localStorage");
    }

    @Test
    void givesAClosedMiniBrowserTheSameHandleBack() {
        String page = land(phone);
        post(page + "/number", "number=" + OURS);
        String code = codeOf(page);
        assertThat(land(phone)).isEqualTo(page);
        assertThat(codeOf(page)).isEqualTo(code);
        assertThat(get(page).body()).contains("one-time-code");
    }

    @Test
    void speaksEnglishOnDemandAndRemembersIt() {
        String page = land(phone);
        assertThat(get(page + "?lang=en").body()).contains("Free Wi-Fi");
        assertThat(get(page).body()).contains("Free Wi-Fi");
    }

    @Test
    void refusesForgedRedirectsWithOnePage() {
        List<String> forged = List.of(
                "",
                "wlanuserip=127.0.0.1",
                "wlanuserip=127.0.0.1&wlanacname=evil",
                "wlanuserip=127.0.0.1&wlanacip=10.66.66.66",
                "wlanuserip=10.1.0.7&wlanacname=ac-test",
                "wlanuserip=localhost&wlanacname=%27%20or%201=1--",
                "wlanuserip=127.0.0.1&wlanacname=%3Cscript%3E",
                "wlanacip=http://169.254.169.254/&wlanuserip=127.0.0.1");
        for (String query : forged) {
            HttpResponse<String> answer = get("/landing?" + query);
            assertThat(answer.statusCode()).as(query).isEqualTo(403);
            assertThat(answer.body()).contains("请重新连接无线网络").doesNotContain("evil", "<script");
        }
        assertThat(drops(Drop.UNKNOWN_CONTROLLER)).isPositive();
        assertThat(drops(Drop.ADDRESS_FORGED)).isPositive();
    }

    @Test
    void refusesOversizedRedirects() {
        String many = IntStream.rangeClosed(1, 33)
                .mapToObj(i -> "p" + i + "=1")
                .reduce((a, b) -> a + "&" + b)
                .orElseThrow();
        assertThat(get("/landing?" + many).statusCode()).isEqualTo(400);
        assertThat(get("/landing?wlanuserfirsturl=" + "a".repeat(2049)).statusCode())
                .isEqualTo(400);
        assertThat(get("/landing?" + "n".repeat(65) + "=1").statusCode()).isEqualTo(400);
        assertThat(get("/landing?ssid=%00").statusCode()).isEqualTo(400);
    }

    @Test
    void showsOnePageForAnUnknownHandle() {
        for (String handle : List.of("x", "A".repeat(22), "..%2f..", "%27%3B--", "A".repeat(3000))) {
            assertThat(get("/l/" + handle).statusCode()).as(handle).isIn(400, 404, 410);
        }
    }

    @Test
    void shutsOutANumberOfOthersAndStillTakesOurs() {
        String page = land(phone);
        post(page + "/number", "number=" + FOREIGN);
        assertThat(get(page).body()).contains("这个号码暂时不能使用").doesNotContain(FOREIGN, "one-time-code");
        assertThat(drops(Drop.NUMBER_FOREIGN)).isPositive();
        post(page + "/number", "number=" + OURS);
        assertThat(get(page).body()).contains("one-time-code");
    }

    @Test
    void escapesWhatIsTyped() {
        String page = land(phone);
        String typed = URLEncoder.encode("\"><script>alert(1)</script>' or 1=1;--", StandardCharsets.UTF_8);
        assertThat(post(page + "/number", "number=" + typed)).isEqualTo(page + "?say=NUMBER_UNREADABLE");
        assertThat(post(page + "/code", "code=" + typed)).isEqualTo(page);
        assertThat(get(page + "?say=" + typed).body()).doesNotContain("<script");
        post(page + "/number", "number=" + OURS);
        assertThat(post(page + "/code", "code=" + typed)).isEqualTo(page + "?say=CODE_UNREADABLE");
    }

    @Test
    void stopsABruteForceAfterFiveTries() {
        String page = land(phone);
        post(page + "/number", "number=" + OURS);
        String right = codeOf(page);
        for (int i = 0; i < 5; i++) {
            assertThat(post(page + "/code", "code=" + other(right))).isEqualTo(page + "?say=CODE_WRONG");
        }
        assertThat(post(page + "/code", "code=" + right)).isEqualTo(page + "?say=CODE_TRIES_SPENT");
    }

    @Test
    void asksForAPictureNearALimitAndStopsAtIt() {
        String page = land(phone);
        for (int i = 0; i < 3; i++) {
            post(page + "/number", "number=" + FOREIGN);
            assertThat(get(page).body()).doesNotContain("name=\"picture\"");
        }
        String asked = send(page + "/number", "number=" + FOREIGN).body();
        assertThat(asked).contains("name=\"picture\"", FOREIGN);
        String name = find("name=\"picture\" value=\"([^\"]+)\"", asked);
        assertThat(get(page + "/picture/" + name).headers().firstValue("Content-Type"))
                .contains("image/png");
        assertThat(send(page + "/number", "number=" + FOREIGN + "&picture=" + name + "&answer=0000")
                        .body())
                .contains("图中的数字不对");
    }

    @Test
    void showsTheReturningPhoneItsSlotForTenSecondsAndLogsItIn() {
        String first = land(phone);
        post(first + "/number", "number=13805710002");
        post(first + "/code", "code=" + codeOf(first));
        outcomes.accepted(attemptOf(first), MacAddress.parse(phone.mac()), Instant.now());
        String page = land(phone);
        assertThat(page).isNotEqualTo(first);
        String slot = get(page).body();
        assertThat(slot).contains("欢迎回来").doesNotContain("138");
        String ticket = find("(/go/[^\"]+)\"", slot);
        assertThat(get(page + ticket).statusCode()).isEqualTo(403);
        assertThat(get(page + "/go/1.AAAAAAAAAAAAAAAAAAAAAA").statusCode()).isEqualTo(403);
        post(page + "/click", "");
        AHEAD[0] = Duration.ofSeconds(11);
        assertThat(get(page + ticket).headers().firstValue("Location")).contains(page);
        assertThat(get(page).body()).contains("您已上网");
        assertThat(get(page + ticket).headers().firstValue("Location")).contains(page);
        assertThat(drops(Drop.SLOT_EARLY)).isPositive();
        assertThat(drops(Drop.SLOT_FORGED)).isPositive();
        assertThat(drops(Drop.SLOT_USED)).isPositive();
    }

    @Test
    void neverLeadsToAPlaceThatIsNotListed() {
        String page = land(phone, "&wlanuserfirsturl=https%3A%2F%2Fevil.example%2F");
        post(page + "/number", "number=13805710003");
        post(page + "/code", "code=" + codeOf(page));
        assertThat(get(page).body()).contains("您已上网").doesNotContain("evil");
        assertThat(get(page + "/on").headers().firstValue("Location")).contains(page);
    }

    @Test
    void sumsTheFunnelByHour() {
        land(phone);
        hours.sum(Instant.now().plus(AHEAD[0]));
        hours.sum(Instant.now().plus(AHEAD[0]));
        long steps = db.sql("select count(*) from access.funnel_step where step = 'REDIRECTED' and reason = ''")
                .query(Long.class)
                .single();
        assertThat(hours.of(
                        "/zj/", Instant.now().minusSeconds(7200), Instant.now().plusSeconds(7200)))
                .contains(new FunnelHours.Line("REDIRECTED", "", steps));
    }

    private String land(Phone of) {
        return land(of, "");
    }

    private String land(Phone of, String more) {
        HttpResponse<String> hop =
                get("/landing?wlanuserip=127.0.0.1&wlanacname=ac-test&ssid=CMCC&wlanusermac=" + of.mac() + more);
        assertThat(hop.statusCode()).isEqualTo(303);
        URI to = URI.create(hop.headers().firstValue("Location").orElseThrow());
        assertThat(to.getScheme()).isEqualTo("https");
        assertThat(to.getPath()).matches("/l/[A-Za-z0-9_-]{22}");
        return to.getPath();
    }

    private HttpResponse<String> get(String path) {
        return ask(HttpRequest.newBuilder(at(path)).GET());
    }

    private String post(String path, String form) {
        return send(path, form).headers().firstValue("Location").orElseThrow();
    }

    private HttpResponse<String> send(String path, String form) {
        return ask(HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private HttpResponse<String> ask(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new AssertionError(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    private URI at(String path) {
        return path.startsWith("/landing")
                ? URI.create("http://127.0.0.1:" + origins.landing().getPort() + path)
                : URI.create(origins.pages() + path);
    }

    private UUID attemptOf(String page) {
        return org.omnihall.hall.access.attempt.Handle.parse(page.substring(3))
                .flatMap(handle -> db.sql("select id from access.attempt where handle_hash = sha256(?)")
                        .param(handle.octets().toBytes())
                        .query(UUID.class)
                        .optional())
                .orElseThrow();
    }

    private String codeOf(String page) {
        UUID attempt = attemptOf(page);
        return db.sql("select sealed, number_key from access.code where attempt = ?")
                .param(attempt)
                .query((row, number) -> vault.open(
                                "access.code",
                                Octets.of(row.getBytes("sealed")),
                                Octets.ofText(attempt.toString()).plus(Octets.of(row.getBytes("number_key"))))
                        .toText())
                .single();
    }

    private long drops(Drop drop) {
        return db.sql("select count(*) from access.funnel_step where reason = ?")
                .param(drop.name())
                .query(Long.class)
                .single();
    }

    private static String other(String code) {
        return (code.charAt(0) == '9' ? "0" : "9") + code.substring(1);
    }

    private static String find(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        return Optional.of(matcher).filter(Matcher::find).orElseThrow().group(1);
    }

    @TestConfiguration
    static class OneController {

        @Bean
        @Primary
        AccessControllers oneController() {
            return AccessControllers.fixed(CONTROLLER.registered());
        }

        @Bean
        @Primary
        Clock aheadClock() {
            InstantSource ahead = () -> Instant.now().plus(AHEAD[0]);
            return new Clock() {
                @Override
                public ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(ZoneId zone) {
                    return this;
                }

                @Override
                public Instant instant() {
                    return ahead.instant();
                }
            };
        }
    }
}
