package org.omnihall.hall.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.ConsoleBrowser;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.StaffOnPaper;
import org.omnihall.hall.openapi.clients.ApiClients;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Clients are made, renewed and stopped in the browser; the token works, and is shown once. */
@HallTest
class ClientScreenTest {

    private static final Pattern TOKEN = Pattern.compile("oh_[\\w-]{43}");

    private final int port;
    private final JdbcClient db;
    private final ApiClients clients;

    @Autowired
    ClientScreenTest(@LocalServerPort int port, JdbcClient db, ApiClients clients) {
        this.port = port;
        this.db = db;
        this.clients = clients;
    }

    @Test
    void givesAProgramItsTokenOnceAndTakesItAway() {
        ConsoleBrowser admin = StaffOnPaper.browser(db, port, "interface-admin", "administrator", "/");
        admin.get("/interfaces");
        admin.post("/interfaces/add", "name", "shop-system", "area", "/", "channel", "app", "right", "CUSTOMER_SEE");
        String token = token(admin.get("/interfaces").body()).orElseThrow();
        assertThat(token(admin.get("/interfaces").body())).isEmpty();
        assertThat(db.sql(
                                "select count(*) from openapi.client where name = 'shop-system' and position(? in encode(token_hash, 'escape')) > 0")
                        .param(token)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(status(token)).isEqualTo(404);
        admin.post("/interfaces/" + id("shop-system") + "/renew");
        String next = token(admin.get("/interfaces").body()).orElseThrow();
        assertThat(status(token)).isEqualTo(401);
        assertThat(status(next)).isEqualTo(404);
        admin.post("/interfaces/" + id("shop-system") + "/disable");
        assertThat(status(next)).isEqualTo(401);
        admin.post("/interfaces/" + id("shop-system") + "/enable");
        assertThat(status(next)).isEqualTo(404);
    }

    @Test
    void refusesANameOrAnAreaThatIsNone() {
        ConsoleBrowser admin = StaffOnPaper.browser(db, port, "interface-clerk", "administrator", "/");
        admin.get("/interfaces");
        for (String[] bad : new String[][] {{"Big", "/"}, {"fine", "zj"}, {"fine", "/zj"}, {"", "/"}}) {
            admin.post("/interfaces/add", "name", bad[0], "area", bad[1], "channel", "");
        }
        admin.post("/interfaces/add", "name", "fine", "area", "/", "channel", "No Channel");
        assertThat(clients.all().stream().map(entry -> entry.client().name())).doesNotContain("fine", "Big", "");
    }

    @Test
    void keepsTheAuditorFromChanging() {
        ConsoleBrowser auditor = StaffOnPaper.browser(db, port, "interface-auditor", "auditor", "/");
        assertThat(auditor.get("/interfaces").statusCode()).isEqualTo(200);
        assertThat(auditor.get("/deliveries").statusCode()).isEqualTo(200);
        assertThat(auditor.post("/interfaces/add", "name", "sneaky", "area", "/", "channel", "")
                        .statusCode())
                .isEqualTo(403);
    }

    /** An unknown path tells whether the caller is known: 404 to who is, 401 to who is not. */
    private int status(String token) {
        return new Wire(URI.create("http://127.0.0.1:" + port), token)
                .get("/tmf-api/none/v4/none")
                .status();
    }

    private long id(String name) {
        return clients.all().stream()
                .filter(entry -> entry.client().name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static Optional<String> token(String page) {
        Matcher found = TOKEN.matcher(page);
        return found.find() ? Optional.of(found.group()) : Optional.empty();
    }
}
