package org.omnihall.hall.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omnihall.hall.ConsoleBrowser.location;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.ConsoleBrowser;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.StaffOnPaper;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Gateways on screens: added, changed, tested, removed; the password goes in, is sealed, and never goes to another address by itself. */
@HallTest
class GatewayScreenTest {

    private final int port;
    private final JdbcClient db;
    private final SmsGateways gateways;

    @Autowired
    GatewayScreenTest(@LocalServerPort int port, JdbcClient db, SmsGateways gateways) {
        this.port = port;
        this.db = db;
        this.gateways = gateways;
    }

    @Test
    void addsChangesAndRemovesAGateway() {
        ConsoleBrowser admin = StaffOnPaper.browser(db, port, "gate-admin", "administrator", "/");
        admin.get("/gateways/new?lang=en");
        assertThat(admin.post("/gateways", fields("east", "not a host", "s3cret"))
                        .body())
                .contains("A host name or an address", "east")
                .doesNotContain("s3cret");
        assertThat(admin.post("/gateways", fields("east", "127.0.0.1", "")).body())
                .contains("Please enter the password");
        assertThat(location(admin.post("/gateways", fields("east", "127.0.0.1", "s3cret"))))
                .startsWith("/gateways");
        assertThat(admin.get("/gateways").body()).contains("east", "SMPP 127.0.0.1:1", "esme");
        UUID id = only("east").id();
        assertThat(admin.get("/gateways/" + id).body()).contains("east").doesNotContain("s3cret");
        assertThat(admin.post("/gateways", fields("east", "127.0.0.1", "s3cret"))
                        .body())
                .contains("Another gateway has this name");

        byte[] sealed = password("east");
        admin.post("/gateways/" + id, fields("north", "127.0.0.1", ""));
        assertThat(password("north")).isEqualTo(sealed);
        assertThat(new String(sealed, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("s3cret");
        assertThat(admin.post("/gateways/" + id, fields("north", "192.0.2.1", ""))
                        .body())
                .contains("Please enter the password");
        assertThat(only("north").host()).isEqualTo("127.0.0.1");

        assertThat(admin.post("/gateways/test", "gateway", "nowhere", "number", "13857100401")
                        .body())
                .contains("not in use yet");
        assertThat(admin.post("/gateways/test", "gateway", "north", "number", "1")
                        .body())
                .contains("not a mobile number");
        admin.post("/gateways/" + id + "/remove");
        assertThat(gateways.find(id)).isEmpty();
    }

    @Test
    void onlyTheWholeOperatorsAdministratorsChangeGateways() {
        ConsoleBrowser auditor = StaffOnPaper.browser(db, port, "gate-auditor", "auditor", "/");
        assertThat(auditor.get("/gateways?lang=en").body())
                .contains("SMS gateways")
                .doesNotContain("Add gateway");
        assertThat(auditor.post("/gateways", fields("x", "127.0.0.1", "s3cret")).statusCode())
                .isEqualTo(403);
        ConsoleBrowser ningbo = StaffOnPaper.browser(db, port, "gate-ningbo", "administrator", "/zj/nb/");
        ningbo.get("/gateways");
        assertThat(ningbo.post("/gateways", fields("x", "127.0.0.1", "s3cret")).statusCode())
                .isEqualTo(403);
    }

    private static String[] fields(String name, String host, String password) {
        return List.of(
                        "name",
                        name,
                        "host",
                        host,
                        "port",
                        "1",
                        "systemId",
                        "esme",
                        "password",
                        password,
                        "sourceAddress",
                        "10086",
                        "priority",
                        "20",
                        "perSecond",
                        "50",
                        "window",
                        "8",
                        "enabled",
                        "true")
                .toArray(String[]::new);
    }

    private SmsGateway only(String name) {
        return gateways.all().stream()
                .filter(gateway -> gateway.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private byte[] password(String name) {
        return db.sql("select password from messaging.gateway where name = ?")
                .param(name)
                .query(byte[].class)
                .single();
    }
}
