package org.omnihall.hall.enterprise.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.ConsoleBrowser;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.enterprise.EnterpriseSettings;
import org.omnihall.hall.enterprise.Street;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who forgot his password gets another, and nobody learns whether a login and a phone belong together (requirement D6). */
@HallTest
class ForgottenTest {

    private static final String BEGIN = "/enterprise/forgotten";
    private static final String FRESH = "/enterprise/forgotten/password";
    private static final String QUIET = "another quiet lake";
    private static final String WORD = "That code is not right, is over or was tried too often";

    private final int port;
    private final JdbcClient db;
    private final Street street;
    private final EnterpriseSettings settings;

    @Autowired
    ForgottenTest(@LocalServerPort int port, ApplicationContext hall) {
        this.port = port;
        this.db = hall.getBean(JdbcClient.class);
        this.street = new Street(hall, port);
        this.settings = hall.getBean(EnterpriseSettings.class);
    }

    @Test
    void saysTheSameOfATruePairAndAFalseOne() {
        Street.Shopkeeper li = street.opened("Alike Café");
        ConsoleBrowser his = begun(li.login(), li.phone());
        ConsoleBrowser stranger = begun(li.login(), "13857199998");
        for (int i = 0; i < 6; i++) {
            assertThat(given(his, wrong(li), QUIET)).as("try " + i).contains(WORD);
            assertThat(given(stranger, wrong(li), QUIET)).as("try " + i).contains(WORD);
        }
        assertThat(given(his, street.code(li.phone()), QUIET)).as("it is spent").contains(WORD);
        db.sql("update enterprise.phone_code set expires_at = sent_at").update();
        assertThat(given(his, street.code(li.phone()), QUIET)).as("it is over").contains(WORD);
    }

    @Test
    void answersBothInTheSameTime() {
        Street.Shopkeeper li = street.opened("Steady Café");
        for (String phone : new String[] {li.phone(), "13857199997"}) {
            long before = System.nanoTime();
            ConsoleBrowser browser = begun(li.login(), phone);
            long sent = System.nanoTime();
            given(browser, wrong(li), QUIET);
            long given = System.nanoTime();
            assertThat(Duration.ofNanos(sent - before)).isGreaterThanOrEqualTo(settings.answerAfter());
            assertThat(Duration.ofNanos(given - sent)).isGreaterThanOrEqualTo(settings.answerAfter());
        }
    }

    @Test
    void keepsTheProofWhileThePasswordIsPutRight() {
        Street.Shopkeeper li = street.opened("Weak Café");
        ConsoleBrowser browser = begun(li.login(), li.phone());
        String code = street.code(li.phone());
        assertThat(given(browser, code, "short")).contains("The code was right").doesNotContain("name=\"code\"");
        assertThat(ConsoleBrowser.location(browser.post(FRESH, "fresh", QUIET, "again", QUIET)))
                .isEqualTo("/enterprise/sign-in?left=yes");
        assertThat(street.signedIn(li.login(), QUIET).get("/enterprise/home").statusCode())
                .isEqualTo(200);
    }

    private ConsoleBrowser begun(String login, String phone) {
        ConsoleBrowser browser = new ConsoleBrowser(port);
        browser.get(BEGIN + "?lang=en");
        assertThat(ConsoleBrowser.location(browser.post(BEGIN, "login", login, "phone", phone)))
                .isEqualTo(FRESH);
        browser.get(FRESH);
        return browser;
    }

    private static String given(ConsoleBrowser browser, String code, String fresh) {
        return browser.post(FRESH, "code", code, "fresh", fresh, "again", fresh).body();
    }

    private String wrong(Street.Shopkeeper li) {
        return street.code(li.phone()).equals("123456") ? "654321" : "123456";
    }
}
