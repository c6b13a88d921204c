package org.omnihall.hall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.node.Home;
import org.omnihall.hall.node.WebOrigins;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Requests that are larger than anything we ask for. The file limit is made small here, so that the test need not send 128 MB. */
@HallTest
@TestPropertySource(
        properties = {"spring.servlet.multipart.max-file-size=64KB", "spring.servlet.multipart.max-request-size=96KB"})
class OversizedTest {

    private static final int MEGABYTE = 1024 * 1024;

    private final int port;
    private final JdbcClient db;
    private final WebOrigins origins;
    private final HttpClient phone;

    @Autowired
    OversizedTest(@LocalServerPort int port, JdbcClient db, WebOrigins origins, Home home) {
        this.port = port;
        this.db = db;
        this.origins = origins;
        this.phone = TrustingClient.of(home);
    }

    @Test
    void refusesAFileThatIsTooLarge() {
        ConsoleBrowser admin = StaffOnPaper.browser(db, port, "oversized", "administrator", "/");
        admin.get("/intake");
        HttpResponse<String> fits =
                admin.upload("/intake/accounts", "a.csv", "name,password\n" + "x".repeat(60 * 1024));
        assertThat(fits.statusCode()).isEqualTo(302); // to the page of its progress
        HttpResponse<String> answer = admin.upload("/intake/accounts", "a.csv", "x".repeat(65 * 1024));
        assertThat(answer.statusCode()).isEqualTo(413);
        Hostile.answered("a file", answer);
    }

    @Test
    void refusesAFormThatIsTooLarge() throws IOException, InterruptedException {
        URI number = origins.pages().resolve("/l/AAAAAAAAAAAAAAAAAAAAAA/number");
        HttpResponse<String> answer = phone.send(
                HttpRequest.newBuilder(number)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("number=" + "1".repeat(3 * MEGABYTE)))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isIn(400, 410, 413);
        Hostile.answered("a form", answer);
    }

    @Test
    void refusesHeadersAndAddressesThatAreTooLong() throws IOException, InterruptedException {
        URI landing = URI.create("http://127.0.0.1:" + origins.landing().getPort() + "/landing");
        HttpResponse<String> header = phone.send(
                HttpRequest.newBuilder(landing)
                        .header("User-Agent", "x".repeat(9 * 1024))
                        .build(),
                BodyHandlers.ofString());
        assertThat(header.statusCode()).isIn(400, 431);
        HttpResponse<String> address = phone.send(
                HttpRequest.newBuilder(URI.create(landing + "?ssid=" + "x".repeat(9 * 1024)))
                        .build(),
                BodyHandlers.ofString());
        assertThat(address.statusCode()).isIn(400, 414);
    }
}
