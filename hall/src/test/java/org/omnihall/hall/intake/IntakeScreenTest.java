package org.omnihall.hall.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omnihall.hall.ConsoleBrowser.location;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.ConsoleBrowser;
import org.omnihall.hall.Eventually;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.StaffOnPaper;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An import in the browser: upload, check, look at the faults or import; others see nothing of it. */
@HallTest
class IntakeScreenTest {

    private final int port;
    private final JdbcClient db;

    @Autowired
    IntakeScreenTest(@LocalServerPort int port, JdbcClient db) {
        this.port = port;
        this.db = db;
    }

    @Test
    void checksAFileThenImportsIt() {
        ConsoleBrowser admin = StaffOnPaper.browser(db, port, "intake-admin", "administrator", "/");
        assertThat(admin.get("/intake/number-list?lang=en").body()).contains("number,list,reason", "At most 128 MB");
        String run = location(admin.upload(
                "/intake/number-list",
                "guests.csv",
                "number,list,reason\n13857100501,allow,guest\n13857100502,allow,guest\n"));
        await(admin, run, "ready to import");
        assertThat(listed("138571005%")).isZero();
        assertThat(admin.get("/intake").body()).contains("guests.csv");

        ConsoleBrowser other = StaffOnPaper.browser(db, port, "intake-other", "administrator", "/");
        assertThat(other.get(run).statusCode()).isEqualTo(404);
        other.get("/intake");
        assertThat(other.post(run + "/apply").statusCode()).isEqualTo(404);

        admin.get(run);
        admin.post(run + "/apply");
        await(admin, run, "2 lines were imported");
        assertThat(listed("138571005%")).isEqualTo(2);
        admin.post(run + "/discard");
        assertThat(admin.get(run).statusCode()).isEqualTo(404);
    }

    @Test
    void givesTheFaultsAsAFile() {
        ConsoleBrowser admin = StaffOnPaper.browser(db, port, "intake-faults", "administrator", "/");
        admin.get("/intake?lang=en");
        String run = location(admin.upload(
                "/intake/number-list",
                "x.csv",
                "number,list,reason\n13857100601,allow,\n138,allow,\n13857100602,maybe,\n"));
        await(admin, run, "Faults found");
        assertThat(admin.get(run).body()).contains("This is not a mobile number", "A list is allow or deny");
        assertThat(admin.get(run + "/errors.csv").body()).contains("3,number,This is not a mobile number");
        admin.post(run + "/apply");
        assertThat(listed("138571006%")).isZero();
    }

    @Test
    void anAdministratorOfOneAreaImportsNothing() {
        ConsoleBrowser ningbo = StaffOnPaper.browser(db, port, "intake-ningbo", "administrator", "/zj/nb/");
        ningbo.get("/intake");
        assertThat(ningbo.upload("/intake/number-list", "x.csv", "number,list,reason\n")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void saysThatAFileIsTooLargeBeforeItIsRead() throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout((int) Duration.ofSeconds(20).toMillis());
            socket.getOutputStream()
                    .write(("POST /intake/number-list HTTP/1.1\r\nHost: localhost:" + port
                                    + "\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 200000000\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            assertThat(new String(in.readNBytes(12), StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 413");
        }
    }

    private static void await(ConsoleBrowser browser, String page, String text) {
        Eventually.holds(text, () -> browser.get(page).body().contains(text));
    }

    private long listed(String like) {
        return db.sql("select count(*) from party.listed_number where msisdn like ?")
                .param(like)
                .query(Long.class)
                .single();
    }
}
