package org.omnihall.hall.access.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.access.funnel.Drop;
import org.omnihall.hall.access.network.Draft;
import org.omnihall.hall.access.network.Figure;
import org.omnihall.hall.access.network.FigureSettings;
import org.omnihall.hall.access.network.Scope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Redirects that no access controller of ours wrote, and addresses that nobody was given. */
@HallTest
@Import(OneController.class)
class ForgedLandingTest {

    private final JdbcClient db;
    private final WebPhone phone;
    private final FigureSettings figures;

    @Autowired
    ForgedLandingTest(JdbcClient db, WebPhone phone, FigureSettings figures) {
        this.db = db;
        this.phone = phone;
        this.figures = figures;
    }

    @BeforeEach
    void forgetLimits() {
        OneController.reset();
        db.sql("delete from access.limit_count").update();
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
        long unknown = phone.drops(Drop.UNKNOWN_CONTROLLER);
        long forgedAddresses = phone.drops(Drop.ADDRESS_FORGED);
        for (String query : forged) {
            HttpResponse<String> answer = phone.get("/landing?" + query);
            assertThat(answer.statusCode()).as(query).isEqualTo(403);
            assertThat(answer.body()).contains("请重新连接无线网络").doesNotContain("evil", "<script");
        }
        assertThat(phone.drops(Drop.UNKNOWN_CONTROLLER) - unknown + phone.drops(Drop.ADDRESS_FORGED) - forgedAddresses)
                .isEqualTo(forged.size());
        assertThat(phone.drops(Drop.ADDRESS_FORGED)).isGreaterThan(forgedAddresses);
    }

    /** A redirect may name any address: packets go to the stored one only (rule 1). */
    @Test
    void neverSpeaksToTheControllerAddressThatARedirectNames() throws IOException {
        InetAddress evil = InetAddress.ofLiteral("127.0.15.99");
        int port = OneController.CONTROLLER.registered().portalPort();
        try (DatagramSocket listening = new DatagramSocket(new InetSocketAddress(evil, port))) {
            listening.setSoTimeout(300);
            String page = phone.land("&wlanacip=127.0.15.99");
            phone.post(page + "/number", "number=13857190130");
            phone.post(page + "/code", "code=" + phone.codeOf(page));
            assertThat(OneController.CONTROLLER.users).contains("13857190130");
            assertThatThrownBy(() -> listening.receive(new DatagramPacket(new byte[1], 1)))
                    .isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void refusesAnAddressThatIsNoControllerOfOurs() {
        for (String address : List.of("10.66.66.66", "192.0.2.1", "%3A%3A1", "255.255.255.255")) {
            long before = phone.drops(Drop.UNKNOWN_CONTROLLER);
            assertThat(phone.get("/landing?wlanuserip=127.0.0.1&wlanacip=" + address)
                            .statusCode())
                    .as(address)
                    .isEqualTo(403);
            assertThat(phone.drops(Drop.UNKNOWN_CONTROLLER)).as(address).isEqualTo(before + 1);
        }
    }

    @Test
    void refusesOversizedRedirects() {
        long before = phone.drops(Drop.PARAMETERS_UNREADABLE);
        String many = IntStream.rangeClosed(1, 33)
                .mapToObj(i -> "p" + i + "=1")
                .reduce((a, b) -> a + "&" + b)
                .orElseThrow();
        assertThat(phone.get("/landing?" + many).statusCode()).isEqualTo(400);
        assertThat(phone.get("/landing?wlanuserfirsturl=" + "a".repeat(2049)).statusCode())
                .isEqualTo(400);
        assertThat(phone.get("/landing?" + "n".repeat(65) + "=1").statusCode()).isEqualTo(400);
        assertThat(phone.get("/landing?ssid=%00").statusCode()).isEqualTo(400);
        assertThat(phone.drops(Drop.PARAMETERS_UNREADABLE)).isEqualTo(before + 4);
    }

    @Test
    void showsOnePageForAnUnknownHandle() {
        for (String handle : List.of("x", "A".repeat(22), "..%2f..", "%27%3B--", "A".repeat(3000))) {
            assertThat(phone.get("/l/" + handle).statusCode()).as(handle).isIn(400, 404, 410);
        }
    }

    @Test
    void neverLeadsToAPlaceThatIsNotListed() {
        String page = phone.land("&wlanuserfirsturl=https%3A%2F%2Fevil.example%2F");
        phone.post(page + "/number", "number=13805710003");
        phone.post(page + "/code", "code=" + phone.codeOf(page));
        assertThat(phone.get(page).body()).contains("您已上网").doesNotContain("evil");
        assertThat(phone.get(page + "/on").headers().firstValue("Location")).contains(page);
    }

    @Test
    void letsOneAddressBeginSoManyLoginsAnHour() {
        set("3");
        try {
            for (int i = 0; i < 3; i++) {
                phone.becomesAnother();
                phone.land();
            }
            String resumed = phone.land();
            assertThat(phone.land()).isEqualTo(resumed);
            long before = phone.drops(Drop.LIMIT_LANDING);
            phone.becomesAnother();
            HttpResponse<String> answer = phone.redirected("");
            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(answer.body()).contains("尝试次数过多");
            assertThat(phone.drops(Drop.LIMIT_LANDING)).isEqualTo(before + 1);
        } finally {
            set("");
        }
    }

    private void set(String most) {
        figures.set(
                Scope.OPERATOR,
                "/",
                Draft.of("figure", Figure.LANDINGS_PER_ADDRESS_PER_HOUR.key(), "value", most),
                "test");
    }
}
