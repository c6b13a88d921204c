package org.omnihall.hall.access.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.omnihall.hall.access.attempt.Handle;
import org.omnihall.hall.access.funnel.Drop;
import org.omnihall.hall.node.WebOrigins;
import org.omnihall.hall.vault.Vault;
import org.omnihall.octets.Octets;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A phone with a MAC of its own that walks the login pages, and a look behind them. */
final class WebPhone {

    static final String OURS = "13805710001";
    static final String FOREIGN = "13000000000";

    private static final AtomicInteger NEXT = new AtomicInteger(0x100);

    private final JdbcClient db;
    private final Vault vault;
    private final WebOrigins origins;
    private final HttpClient http;
    private String mac = nextMac();

    WebPhone(JdbcClient db, Vault vault, WebOrigins origins, HttpClient http) {
        this.db = db;
        this.vault = vault;
        this.origins = origins;
        this.http = http;
    }

    private static String nextMac() {
        int next = NEXT.getAndIncrement();
        return "08:ee:21:00:%02x:%02x".formatted(next >> 8, next & 0xff);
    }

    String mac() {
        return mac;
    }

    /** From now on another device. */
    void becomesAnother() {
        mac = nextMac();
    }

    /** The page to which the access controller's redirect leads. */
    String land() {
        return land("");
    }

    String land(String more) {
        HttpResponse<String> hop = redirected(more);
        assertThat(hop.statusCode()).isEqualTo(303);
        URI to = URI.create(hop.headers().firstValue("Location").orElseThrow());
        assertThat(to.getScheme()).isEqualTo("https");
        assertThat(to.getPath()).matches("/l/[A-Za-z0-9_-]{22}");
        return to.getPath();
    }

    HttpResponse<String> redirected(String more) {
        return get("/landing?wlanuserip=127.0.0.1&wlanacname=ac-test&ssid=CMCC&wlanusermac=" + mac + more);
    }

    HttpResponse<String> get(String path) {
        return ask(HttpRequest.newBuilder(at(path)).GET());
    }

    /** Where a form leads. */
    String post(String path, String form) {
        return send(path, form).headers().firstValue("Location").orElseThrow();
    }

    HttpResponse<String> send(String path, String form) {
        return ask(HttpRequest.newBuilder(at(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    HttpResponse<String> ask(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(Duration.ofSeconds(20)).build(), BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new AssertionError(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    URI at(String path) {
        return path.startsWith("/landing")
                ? URI.create("http://127.0.0.1:" + origins.landing().getPort() + path)
                : URI.create(origins.pages() + path);
    }

    UUID attemptOf(String page) {
        return Handle.parse(page.substring(3))
                .flatMap(handle -> db.sql("select id from access.attempt where handle_hash = sha256(?)")
                        .param(handle.octets().toBytes())
                        .query(UUID.class)
                        .optional())
                .orElseThrow();
    }

    /** The digits that were sent for a page. */
    String codeOf(String page) {
        UUID attempt = attemptOf(page);
        return db.sql("select sealed, number_key from access.code where attempt = ?")
                .param(attempt)
                .query((row, number) -> vault.open(
                                "access.code",
                                Octets.of(row.getBytes("sealed")),
                                Octets.ofText(attempt.toString()).plus(Octets.of(row.getBytes("number_key"))))
                        .toText())
                .single();
    }

    /** How often a drop was counted. */
    long drops(Drop drop) {
        return db.sql("select count(*) from access.funnel_step where reason = ?")
                .param(drop.name())
                .query(Long.class)
                .single();
    }

    static String other(String code) {
        return (code.charAt(0) == '9' ? "0" : "9") + code.substring(1);
    }

    static String find(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        return Optional.of(matcher).filter(Matcher::find).orElseThrow().group(1);
    }
}
