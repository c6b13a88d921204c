package org.omnihall.hall.party.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omnihall.hall.ConsoleBrowser.location;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.ConsoleBrowser;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.shell.Demands;
import org.omnihall.hall.shell.OpenToAll;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Who gets in, who does not, and what a signed-in person may reach. */
@HallTest
class SignInTest {

    private final int port;
    private final JdbcClient db;
    private final FirstAdministrator first;
    private final Staff staff;
    private final Passwords passwords;
    private final StaffDesk desk;
    private final RequestMappingHandlerMapping endpoints;

    @Autowired
    SignInTest(
            @LocalServerPort int port,
            JdbcClient db,
            FirstAdministrator first,
            Staff staff,
            Passwords passwords,
            StaffDesk desk,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping endpoints) {
        this.port = port;
        this.db = db;
        this.first = first;
        this.staff = staff;
        this.passwords = passwords;
        this.desk = desk;
        this.endpoints = endpoints;
    }

    @Test
    void theFirstAdministratorMustChooseAPasswordOfHisOwn() {
        String generated = first.password().orElseThrow();
        ConsoleBrowser browser = new ConsoleBrowser(port);
        assertThat(browser.signIn("admin", generated)).isEqualTo("/");
        assertThat(location(browser.get("/staff"))).isEqualTo("/password");
        browser.get("/password");
        assertThat(browser.post("/password", "old", generated, "fresh", "short", "again", "short")
                        .body())
                .contains("is-invalid");
        String own = "a calm sentence";
        HttpResponse<String> changed = browser.post("/password", "old", generated, "fresh", own, "again", own);
        assertThat(location(changed)).isEqualTo("/sign-in?left=yes");
        assertThat(location(browser.get("/staff"))).isEqualTo("/sign-in");
        assertThat(browser.signIn("admin", own)).startsWith("/staff");
        assertThat(browser.get("/staff").statusCode()).isEqualTo(200);
        assertThat(browser.get("/staff").body()).doesNotContain("argon2");
    }

    @Test
    void strangersAreLedToTheSignInPage() {
        ConsoleBrowser stranger = new ConsoleBrowser(port);
        for (String path :
                List.of("/", "/staff", "/areas", "/audit", "/audit.csv", "/actuator/prometheus", "/nowhere")) {
            assertThat(location(stranger.get(path))).as(path).isEqualTo("/sign-in");
        }
        HttpResponse<String> part = stranger.get("/staff", "HX-Request", "true");
        assertThat(part.statusCode()).isEqualTo(401);
        assertThat(part.headers().firstValue("HX-Redirect")).contains("/sign-in");
        assertThat(stranger.get("/actuator/health").statusCode()).isEqualTo(200);
    }

    @Test
    void theSessionChangesItsNameAtSignIn() {
        add("wang", "administrator");
        ConsoleBrowser browser = new ConsoleBrowser(port);
        browser.get("/sign-in");
        String before = browser.cookie("hall");
        assertThat(browser.signIn("wang", "correct horse")).isEqualTo("/");
        assertThat(browser.cookie("hall")).isNotEmpty().isNotEqualTo(before);
    }

    @Test
    void aFormWithoutTokenChangesNothing() {
        add("zhao", "administrator");
        ConsoleBrowser browser = new ConsoleBrowser(port);
        browser.signIn("zhao", "correct horse");
        browser.dropToken();
        assertThat(browser.post("/areas/add", "parent", "/", "code", "forged", "name", "F")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void theFifthWrongPasswordShutsTheNameEvenForTheRightOne() {
        add("li", "operator");
        ConsoleBrowser browser = new ConsoleBrowser(port);
        for (int i = 0; i < 4; i++) {
            assertThat(browser.signIn("li", "wrong")).isEqualTo("/sign-in?refused=yes");
        }
        assertThat(browser.signIn("li", "correct horse")).isEqualTo("/");
        for (int i = 0; i < 5; i++) {
            browser.signIn("li", "wrong");
        }
        assertThat(browser.signIn("li", "correct horse")).isEqualTo("/sign-in?refused=yes");
        assertThat(acts("li")).contains("sign-in", "sign-in.refused", "sign-in.shut");
        desk.unlock("li", "test");
        assertThat(browser.signIn("li", "correct horse")).isEqualTo("/");
    }

    @Test
    void aNameThatNobodyHasIsShutJustTheSame() {
        ConsoleBrowser browser = new ConsoleBrowser(port);
        for (int i = 0; i < 5; i++) {
            browser.signIn("nobody", "wrong");
        }
        assertThat(db.sql("select locked_until is not null from party.failed_sign_in where login = 'nobody'")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void aLockEndsARunningSession() {
        add("sun", "operator");
        ConsoleBrowser browser = new ConsoleBrowser(port);
        browser.signIn("sun", "correct horse");
        assertThat(browser.get("/areas").statusCode()).isEqualTo(200);
        desk.lock("sun", "test");
        assertThat(location(browser.get("/areas"))).isEqualTo("/sign-in");
        assertThat(browser.signIn("sun", "correct horse")).isEqualTo("/sign-in?refused=yes");
    }

    @Test
    void aRightThatIsMissingIsRefused() {
        add("zhou", "auditor");
        ConsoleBrowser browser = new ConsoleBrowser(port);
        browser.signIn("zhou", "correct horse");
        assertThat(browser.get("/audit").statusCode()).isEqualTo(200);
        assertThat(browser.get("/staff").statusCode()).isEqualTo(403);
        browser.get("/areas");
        assertThat(browser.post("/areas/add", "parent", "/", "code", "x", "name", "X")
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.get("/audit").body()).doesNotContain("href=\"/staff\"");
    }

    @Test
    void nobodyReachesBeyondHisArea() {
        staff.add(new Staff.Draft("hz", "Hu", List.of("administrator"), "/zj/"), hash(), false, Instant.EPOCH);
        ConsoleBrowser browser = new ConsoleBrowser(port);
        browser.signIn("hz", "correct horse");
        browser.get("/areas");
        assertThat(browser.post("/areas/add", "parent", "/", "code", "x", "name", "X")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void everyEndpointDemandsARightOrSaysThatItIsOpen() {
        Set<String> silent = new TreeSet<>();
        for (HandlerMethod method : endpoints.getHandlerMethods().values()) {
            boolean open = method.hasMethodAnnotation(OpenToAll.class)
                    || method.getBeanType().isAnnotationPresent(OpenToAll.class);
            if (method.getBeanType().getName().startsWith("org.omnihall.")
                    && !open
                    && !method.hasMethodAnnotation(Demands.class)) {
                silent.add(method.getShortLogMessage());
            }
        }
        assertThat(silent).isEmpty();
    }

    @Test
    void pagesTellBrowsersToBeStrict() {
        HttpResponse<String> page = new ConsoleBrowser(port).get("/sign-in");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("script-src 'self';", "frame-ancestors 'none'");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(page.headers().allValues("Set-Cookie").toString()).contains("HttpOnly", "SameSite=Lax");
        assertThat(page.body()).doesNotContain("style=\"").doesNotContainPattern("<script>");
    }

    @Test
    void staticFilesAreKeptForAYear() {
        ConsoleBrowser browser = new ConsoleBrowser(port);
        Matcher file = Pattern.compile("(?:src|href)=\"(/[^\"]+\\.(?:css|js|svg)[^\"]*)\"")
                .matcher(browser.get("/sign-in").body());
        int seen = 0;
        while (file.find()) {
            HttpResponse<String> answer = browser.get(file.group(1).replaceFirst("#.*", ""));
            assertThat(answer.statusCode()).as(file.group(1)).isEqualTo(200);
            assertThat(answer.headers().firstValue("Cache-Control").orElse(""))
                    .contains("max-age=31536000", "immutable");
            seen++;
        }
        assertThat(seen).isGreaterThan(5);
    }

    @Test
    void thePageSpeaksTheLanguageThatIsAskedFor() {
        ConsoleBrowser browser = new ConsoleBrowser(port);
        assertThat(browser.get("/sign-in", "Accept-Language", "en-GB,en;q=0.8").body())
                .contains("Sign in");
        assertThat(browser.get("/sign-in", "Accept-Language", "fr").body()).contains("登录");
        browser.get("/sign-in?lang=en");
        assertThat(browser.get("/sign-in", "Accept-Language", "zh-CN").body()).contains("Sign in");
    }

    @Test
    void markupInAFieldIsShownAsText() {
        add("ma", "administrator");
        ConsoleBrowser browser = new ConsoleBrowser(port);
        browser.signIn("ma", "correct horse");
        browser.get("/areas");
        browser.post("/areas/add", "parent", "/", "code", "evil", "name", "<script>alert(1)</script>'\"--");
        assertThat(browser.get("/areas").body()).contains("&lt;script>alert(1)").doesNotContain("<script>alert(1)");
        assertThat(browser.get("/audit?actor=%27%20or%201%3D1--&trail=zzzz").statusCode())
                .isEqualTo(200);
    }

    private void add(String login, String role) {
        staff.add(new Staff.Draft(login, login, List.of(role), "/"), hash(), false, Instant.EPOCH);
    }

    private String hash() {
        return passwords.hash("correct horse");
    }

    private List<String> acts(String actor) {
        return db.sql("select act from audit.entry where actor = :actor")
                .params(Map.of("actor", actor))
                .query((row, n) -> row.getString("act"))
                .list();
    }
}
