package org.omnihall.hall.enterprise.entry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.omnihall.hall.ConsoleBrowser;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.StaffOnPaper;
import org.omnihall.hall.enterprise.Street;
import org.omnihall.hall.party.UserLogins;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who comes in, who is shut out, and that nobody is taken for somebody else. */
@HallTest
class UserSignInTest {

    private static final String PASSWORD = "/enterprise/password";
    private static final String SIGN_IN = "/enterprise/sign-in";

    private final int port;
    private final JdbcClient db;
    private final UserLogins logins;
    private final Street street;

    @Autowired
    UserSignInTest(@LocalServerPort int port, ApplicationContext hall) {
        this.port = port;
        this.db = hall.getBean(JdbcClient.class);
        this.logins = hall.getBean(UserLogins.class);
        this.street = new Street(hall, port);
    }

    @Test
    void shutsALoginAfterWrongPasswords() {
        Street.Shopkeeper li = street.opened("Shut Café");
        ConsoleBrowser browser = new ConsoleBrowser(port);
        browser.get(SIGN_IN + "?lang=en");
        for (int i = 0; i < 5; i++) {
            assertThat(signIn(browser, li.login(), "wrong password")).isEqualTo(SIGN_IN + "?refused=yes");
        }
        assertThat(signIn(browser, li.login(), Street.PASSWORD)).isEqualTo(SIGN_IN + "?refused=yes");
    }

    @Test
    void letsInAfterFourWrongPasswords() {
        Street.Shopkeeper li = street.opened("Open Café");
        ConsoleBrowser browser = new ConsoleBrowser(port);
        browser.get(SIGN_IN);
        for (int i = 0; i < 4; i++) {
            signIn(browser, li.login(), "wrong password");
        }
        assertThat(signIn(browser, li.login(), Street.PASSWORD)).isEqualTo("/enterprise/home");
        browser.get("/enterprise/home");
        browser.post("/enterprise/sign-out");
        assertThat(ConsoleBrowser.location(browser.get("/enterprise/home"))).isEqualTo(SIGN_IN);
    }

    @Test
    void keepsAClerkAndACompanysUserApartInOneBrowser() {
        Street.Shopkeeper li = street.opened("Two Faces");
        ConsoleBrowser both = StaffOnPaper.browser(db, port, "clerk-of-two", "administrator", "/");
        assertThat(ConsoleBrowser.location(both.get("/enterprise/home"))).isEqualTo(SIGN_IN);
        both.get(SIGN_IN);
        both.post(SIGN_IN, "login", li.login(), "password", Street.PASSWORD);
        assertThat(both.get("/enterprise/home?lang=en").body())
                .contains("Two Faces")
                .doesNotContain("clerk-of-two");
        assertThat(both.get("/staff").body()).contains("clerk-of-two").doesNotContain("Two Faces");
        both.get("/enterprise/home");
        both.post("/enterprise/sign-out");
        assertThat(ConsoleBrowser.location(both.get("/enterprise/home"))).isEqualTo(SIGN_IN);
        assertThat(both.get("/staff").statusCode()).isEqualTo(200);
        assertThat(ConsoleBrowser.location(li.browser().get("/staff"))).isEqualTo("/sign-in");
    }

    @Test
    void endsASessionWithItsLoginsEpoch() {
        Street.Shopkeeper li = street.opened("Epoch Café");
        ConsoleBrowser other = street.signedIn(li.login(), Street.PASSWORD);
        assertThat(other.get("/enterprise/home").statusCode()).isEqualTo(200);
        li.browser().get("/enterprise/password");
        String fresh = "a quiet lake at dawn";
        assertThat(li.browser()
                        .post("/enterprise/password", "old", "not it at all", "fresh", fresh, "again", fresh)
                        .statusCode())
                .isEqualTo(200);
        assertThat(ConsoleBrowser.location(li.browser()
                        .post("/enterprise/password", "old", Street.PASSWORD, "fresh", fresh, "again", fresh)))
                .isEqualTo(SIGN_IN + "?left=yes");
        assertThat(ConsoleBrowser.location(other.get("/enterprise/home"))).isEqualTo(SIGN_IN);
        assertThat(street.signedIn(li.login(), fresh).get("/enterprise/home").statusCode())
                .isEqualTo(200);
        assertThat(logins.byLogin(li.login()).orElseThrow().epoch()).isOne();
    }

    @Test
    void setsANewPasswordByACodeToThePhoneOfTheLogin() {
        Street.Shopkeeper li = street.opened("Forgetful Café");
        ConsoleBrowser browser = new ConsoleBrowser(port);
        browser.get("/enterprise/forgotten?lang=en");
        int before = codes();
        assertThat(ConsoleBrowser.location(
                        browser.post("/enterprise/forgotten", "login", li.login(), "phone", "13857199999")))
                .isEqualTo("/enterprise/forgotten/password");
        assertThat(codes()).as("no message to a phone that is not his").isEqualTo(before);
        browser.post("/enterprise/forgotten", "login", li.login(), "phone", li.phone());
        assertThat(codes()).isEqualTo(before + 1);
        browser.get("/enterprise/forgotten/password");
        String fresh = "another quiet lake";
        assertThat(browser.post("/enterprise/forgotten/password", "code", "x", "fresh", fresh, "again", fresh)
                        .body())
                .contains("That code is not right");
        assertThat(ConsoleBrowser.location(browser.post(
                        "/enterprise/forgotten/password",
                        "code",
                        street.code(li.phone()),
                        "fresh",
                        fresh,
                        "again",
                        fresh)))
                .isEqualTo(SIGN_IN + "?left=yes");
        assertThat(street.signedIn(li.login(), fresh).get("/enterprise/home").statusCode())
                .isEqualTo(200);
    }

    @Test
    void makesWhoWasGivenAPasswordChooseHisOwn() {
        Street.Shopkeeper li = street.opened("Given Café");
        String login = li.login() + ".zhang";
        li.browser()
                .post("/enterprise/company/add", "name", "Zhang", "login", login, "phone", li.phone(), "role", "ADMIN");
        String given = given(li);
        String own = "a lake of his own";
        ConsoleBrowser zhang = street.signedIn(login, given);
        for (String page : new String[] {"/enterprise/home", "/enterprise", "/enterprise/company"}) {
            assertThat(ConsoleBrowser.location(zhang.get(page))).as(page).isEqualTo(PASSWORD);
        }
        assertThat(zhang.get(PASSWORD).body()).contains("Somebody else made the password");
        assertThat(ConsoleBrowser.location(zhang.post("/enterprise/company/limit", "limit", "1")))
                .isEqualTo(PASSWORD);
        assertThat(zhang.post(PASSWORD, "old", given, "fresh", given, "again", given)
                        .body())
                .contains("Choose one that differs");
        assertThat(ConsoleBrowser.location(zhang.post(PASSWORD, "old", given, "fresh", own, "again", own)))
                .isEqualTo(SIGN_IN + "?left=yes");
        assertThat(street.signedIn(login, own).get("/enterprise/home").statusCode())
                .isEqualTo(200);

        long id = logins.byLogin(login).orElseThrow().id();
        li.browser().post("/enterprise/company/" + id + "/reset");
        String second = given(li);
        assertThat(ConsoleBrowser.location(street.signedIn(login, second).get("/enterprise/home")))
                .isEqualTo(PASSWORD);
        assertThat(li.browser().get("/enterprise/home").statusCode())
                .as("who chose his own at the sign-up is asked for none")
                .isEqualTo(200);
    }

    /** The password that an administrator is shown once. */
    private static String given(Street.Shopkeeper li) {
        String page = li.browser().get("/enterprise/company").body();
        assertThat(page).contains("Password due");
        return Street.between(page, "data-copy=\"", "\"").orElseThrow();
    }

    @Test
    void beginsAVisitWithEachPersonInOneBrowser() {
        Street.Shopkeeper li = street.opened("First Face");
        Street.Shopkeeper wang = street.opened("Second Face");
        int before = visits();
        li.browser().get("/enterprise/home");
        assertThat(visits()).as("the same visit").isEqualTo(before);
        signIn(li.browser(), wang.login(), Street.PASSWORD);
        assertThat(li.browser().get("/enterprise/home").body()).contains("Second Face");
        assertThat(visits()).isEqualTo(before + 1);
    }

    private int visits() {
        return db.sql("select count(*) from decision.choice")
                .query(Integer.class)
                .single();
    }

    @Test
    void takesNoFormWithoutTheSessionsToken() {
        Street.Shopkeeper li = street.opened("Token Café");
        li.browser().dropToken();
        assertThat(li.browser().post("/enterprise/company/limit", "limit", "5").statusCode())
                .isEqualTo(403);
    }

    private static String signIn(ConsoleBrowser browser, String login, String password) {
        return ConsoleBrowser.location(browser.post(SIGN_IN, "login", login, "password", password));
    }

    private int codes() {
        return db.sql("select count(*) from enterprise.phone_code")
                .query(Integer.class)
                .single();
    }
}
