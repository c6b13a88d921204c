package org.omnihall.hall.enterprise.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.ConsoleBrowser;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.enterprise.Street;
import org.omnihall.hall.party.Consent;
import org.omnihall.hall.party.ConsentPurpose;
import org.omnihall.hall.party.Consents;
import org.omnihall.hall.party.PartyRef;
import org.omnihall.hall.party.Tier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** A company signs up alone (requirement D6): by a phone that is proved, all of it or nothing, and without a word about others. */
@HallTest
@TestPropertySource(
        properties = {
            "omnihall.enterprise.code.cool-down=0s",
            "omnihall.enterprise.code.address-per-hour=1000",
            "omnihall.enterprise.code.number-per-hour=3"
        })
class SignUpTest {

    private static final String COMPANY = "/enterprise/sign-up/company";

    private final int port;
    private final JdbcClient db;
    private final Consents consents;
    private final Street street;

    @Autowired
    SignUpTest(@LocalServerPort int port, ApplicationContext hall) {
        this.port = port;
        this.db = hall.getBean(JdbcClient.class);
        this.consents = hall.getBean(Consents.class);
        this.street = new Street(hall, port);
    }

    @BeforeEach
    void forgetLimits() {
        db.sql("delete from enterprise.limit_count").update();
    }

    @Test
    void makesACompanyWithAllThatBelongsToIt() {
        Street.Shopkeeper li = street.opened("Tea House");
        assertThat(db.sql("select tier from party.company where id = ?")
                        .param(li.company())
                        .query(String.class)
                        .single())
                .satisfies(tier -> assertThat(Tier.valueOf(tier).needsManager()).isFalse());
        PartyRef company = PartyRef.company(li.company());
        assertThat(consents.allows(company, ConsentPurpose.MARKETING, Consent.Medium.SMS))
                .isTrue();
        assertThat(consents.allows(company, ConsentPurpose.PROFILING, Consent.Medium.SMS))
                .isFalse();
        assertThat(acts("company:" + li.company())).contains("company.add", "enterprise.sign-up", "consent.give");
        assertThat(db.sql("select form from party.billing_account where company_id = ?")
                        .param(li.company())
                        .query(String.class)
                        .list())
                .containsExactly("POSTPAID");
        assertThat(db.sql("select roles::text from party.user_login where login = ?")
                        .param(li.login())
                        .query(String.class)
                        .single())
                .contains("ADMIN", "BUYER", "FINANCE");
    }

    @Test
    void givesBackWhatWasTypedButNoSecret() {
        int number = Street.next();
        ConsoleBrowser browser = begun(Street.phone(number));
        String page = browser.post(COMPANY, street.form("Lotus Garden", "not a code", "lotus." + number, wrong(number)))
                .body();
        assertThat(page)
                .contains("value=\"Lotus Garden\"", "value=\"not a code\"", "That code is not right", "no valid code")
                .doesNotContain(Street.PASSWORD, wrong(number));
        assertThat(browser.post(
                                COMPANY,
                                street.form(
                                        "Lotus Garden",
                                        "not a code",
                                        "lotus." + number,
                                        street.code(Street.phone(number))))
                        .body())
                .contains("is proved", "no valid code")
                .doesNotContain("name=\"code\"");
        String home = ConsoleBrowser.location(
                browser.post(COMPANY, street.form("Lotus Garden", Street.registration(number), "lotus." + number, "")));
        assertThat(home).startsWith("/enterprise/home");
    }

    @Test
    void bearsFiveWrongCodesAndNoMore() {
        int number = Street.next();
        ConsoleBrowser browser = begun(Street.phone(number));
        for (int i = 0; i < 5; i++) {
            assertThat(apply(browser, number, wrong(number))).contains("That code is not right");
        }
        assertThat(apply(browser, number, street.code(Street.phone(number))))
                .contains("Too many wrong entries")
                .doesNotContain("is proved");
    }

    @Test
    void takesTheFifthTryWhereItIsRight() {
        int number = Street.next();
        ConsoleBrowser browser = begun(Street.phone(number));
        for (int i = 0; i < 4; i++) {
            apply(browser, number, wrong(number));
        }
        assertThat(apply(browser, number, street.code(Street.phone(number)))).contains("is proved");
    }

    @Test
    void sendsOneNumberThreeCodesAnHour() {
        String phone = Street.phone(Street.next());
        for (int i = 0; i < 3; i++) {
            assertThat(ConsoleBrowser.location(begin(new ConsoleBrowser(port), phone)))
                    .isEqualTo(COMPANY);
        }
        assertThat(begin(new ConsoleBrowser(port), phone).body()).contains("Too many codes were asked for", phone);
        assertThat(begin(new ConsoleBrowser(port), "12345").body()).contains("not a mobile number");
    }

    @Test
    void keepsNoCodeInPlain() {
        String phone = Street.phone(Street.next());
        begun(phone);
        String digits = street.code(phone);
        assertThat(digits).matches("\\d{6}");
        assertThat(db.sql("select encode(sealed, 'escape') || number_key::text from enterprise.phone_code")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(row -> row.contains(digits) || row.contains(phone));
    }

    @Test
    void tellsNothingOfACompanyThatIsKnown() {
        Street.Shopkeeper li = street.opened("Old Bridge");
        String code = db.sql("select registration_code from party.company where id = ?")
                .param(li.company())
                .query(String.class)
                .single();
        int number = Street.next();
        ConsoleBrowser browser = begun(Street.phone(number));
        String page = browser.post(
                        COMPANY, street.form("Another", code, "other." + number, street.code(Street.phone(number))))
                .body();
        assertThat(page)
                .contains("This code cannot be registered here")
                .doesNotContain("Old Bridge", li.login(), li.phone());
        assertThat(count("select count(*) from party.user_login where login = 'other." + number + "'"))
                .isZero();
    }

    @Test
    void leavesNothingOfACompanyWhoseLoginIsTaken() {
        Street.Shopkeeper li = street.opened("New Bridge");
        int number = Street.next();
        ConsoleBrowser browser = begun(Street.phone(number));
        String[] form = street.form(
                "Third Bridge " + number, Street.registration(number), li.login(), street.code(Street.phone(number)));
        assertThat(browser.post(COMPANY, form).body()).contains("The login is taken");
        assertThat(count("select count(*) from party.company where name = 'Third Bridge " + number + "'"))
                .isZero();
    }

    private String apply(ConsoleBrowser browser, int number, String code) {
        return browser.post(COMPANY, street.form("", Street.registration(number), "a." + number, code))
                .body();
    }

    private ConsoleBrowser begun(String phone) {
        ConsoleBrowser browser = new ConsoleBrowser(port);
        assertThat(ConsoleBrowser.location(begin(browser, phone))).isEqualTo(COMPANY);
        browser.get(COMPANY);
        return browser;
    }

    private static HttpResponse<String> begin(ConsoleBrowser browser, String phone) {
        browser.get("/enterprise/sign-up?lang=en");
        return browser.post("/enterprise/sign-up", "phone", phone);
    }

    private String wrong(int number) {
        return street.code(Street.phone(number)).equals("123456") ? "654321" : "123456";
    }

    private List<String> acts(String subject) {
        return db.sql("select act from audit.entry where subject = ?")
                .param(subject)
                .query((row, number) -> row.getString("act"))
                .list();
    }

    private int count(String sql) {
        return db.sql(sql).query(Integer.class).single();
    }
}
