package org.omnihall.hall.ordering.cashier;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.ConsoleBrowser;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.StaffOnPaper;
import org.omnihall.hall.ordering.CashierKind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cashiers on screens: set up, changed and closed; what was typed comes back, and a secret never does. */
@HallTest
class CashierScreensTest {

    private final int port;
    private final JdbcClient db;
    private final TillBook tills;

    @Autowired
    CashierScreensTest(@LocalServerPort int port, ApplicationContext hall) {
        this.port = port;
        this.db = hall.getBean(JdbcClient.class);
        this.tills = hall.getBean(TillBook.class);
    }

    @Test
    void setsUpACashierKeepsItsSecretAndClosesIt() {
        ConsoleBrowser boss = StaffOnPaper.browser(db, port, "till-boss", "administrator", "/");
        boss.get("/cashiers?lang=en");
        assertThat(boss.get("/cashiers/new?kind=SANDBOX").body()).contains("Add Sandbox cashier", "name=\"ownKey\"");
        String secret = "a-secret-that-is-long-enough-32c";
        assertThat(boss.post(
                                "/cashiers",
                                "kind",
                                "SANDBOX",
                                "code",
                                "Big Letters",
                                "merchant",
                                "m-7",
                                "address",
                                "http://127.0.0.1:1/",
                                "ownKey",
                                secret)
                        .body())
                .contains("Not saved", "1 to 30 small letters", "without a slash at its end", "value=\"m-7\"")
                .doesNotContain(secret);
        String[] sound = {
            "kind",
            "SANDBOX",
            "code",
            "till-one",
            "merchant",
            "m-7",
            "address",
            "http://127.0.0.1:1",
            "ownKey",
            secret,
            "open",
            "true"
        };
        assertThat(ConsoleBrowser.location(boss.post("/cashiers", sound))).isEqualTo("/cashiers");
        assertThat(boss.get("/cashiers").body()).contains("till-one", "m-7", "Open");
        assertThat(boss.post("/cashiers", sound).body()).contains("There is one of this code");
        assertThat(boss.get("/cashiers/till-one").body())
                .contains("/pay/callback/till-one", "Leave empty to keep it")
                .doesNotContain(secret);
        boss.post("/cashiers/till-one", "merchant", "m-8", "address", "http://127.0.0.1:1");
        Till changed = tills.find("till-one").orElseThrow();
        assertThat(changed.merchant()).isEqualTo("m-8");
        assertThat(changed.open()).isFalse();
        assertThat(changed.ownKey()).isEqualTo(secret);
        assertThat(db.sql("select detail from audit.entry where act = 'cashier.put' and subject = 'cashier:till-one'")
                        .query(String.class)
                        .list())
                .hasSize(2)
                .allSatisfy(detail -> assertThat(detail).doesNotContain(secret));
        ConsoleBrowser part = StaffOnPaper.browser(db, port, "till-part", "administrator", "/else/");
        assertThat(part.get("/cashiers").statusCode()).isEqualTo(403);
        ConsoleBrowser operator = StaffOnPaper.browser(db, port, "till-operator", "operator", "/");
        assertThat(operator.get("/cashiers").statusCode()).isEqualTo(403);
        assertThat(boss.get("/cashiers/nobody").statusCode()).isEqualTo(404);
    }

    @Test
    void readsKeysBeforeItKeepsThem() {
        Till weChat = SomeTills.weChat();
        TillForm form = TillForm.of(weChat);
        assertThat(form.read()).contains(weChat);
        assertThat(form.text("ownKey")).isEmpty();
        TillForm bad = new TillForm(
                java.util.Map.of(
                        "kind", "WECHAT_PAY",
                        "code", "w",
                        "merchant", "1",
                        "app", "wx1",
                        "address", "http://example.com",
                        "serial", "XYZ",
                        "peerSerial", "short",
                        "peerKey", "no key",
                        "ownKey", "no key",
                        "messageKey", "31-characters-are-one-too-few!!"),
                Optional.empty());
        assertThat(bad.read()).isEmpty();
        for (String field : new String[] {"address", "serial", "peerSerial", "peerKey", "ownKey", "messageKey"}) {
            assertThat(bad.fault(field)).as(field).startsWith("ordering.cashier.fault.");
        }
        assertThat(TillForm.blank(CashierKind.ALIPAY).text("address")).startsWith("https://openapi.alipay.com");
        assertThat(SomeTills.weChat().toString()).doesNotContain(SomeTills.SECRET);
    }

    @Test
    void drawsWhatAPhoneScans() {
        String svg = ScanScreen.svg(URI.create("weixin://wxpay/bizpayurl?pr=test"));
        assertThat(svg).contains("viewBox=\"0 0 33 33\"", "M4 4h1v1h-1z").doesNotContain("M3 3h1");
        assertThat(new ConsoleBrowser(port).get("/pay/scan/OHnobody").statusCode())
                .isEqualTo(404);
    }
}
