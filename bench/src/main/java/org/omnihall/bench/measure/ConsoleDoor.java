package org.omnihall.bench.measure;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.omnihall.bench.demo.RunningHall;

/** A member of the staff at the console's web door, in the way a browser comes: cookie, form token, whole pages. */
final class ConsoleDoor {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String ONCE = "bench-once-password";
    private static final String OWN = "bench-own-password";

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String origin;

    /** Signs in as the first administrator, whose password it sets by the shell's command. */
    ConsoleDoor(RunningHall hall) throws IOException, InterruptedException {
        origin = "http://localhost:" + hall.node().ports().web();
        hall.type(
                "staff password",
                List.of("admin", "--password-stdin"),
                ONCE + "\n",
                new PrintWriter(Writer.nullWriter()));
        post("/sign-in", "login", "admin", "password", ONCE);
        post("/password", "old", ONCE, "fresh", OWN, "again", OWN);
        post("/sign-in", "login", "admin", "password", OWN);
    }

    /** A whole page; anything but 200 ends the measurement. */
    String get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer =
                http.send(HttpRequest.newBuilder(URI.create(origin + path)).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(path + " answers " + answer.statusCode());
        }
        return answer.body();
    }

    private void post(String path, String... fields) throws IOException, InterruptedException {
        Matcher token = TOKEN.matcher(get(path));
        StringBuilder form = new StringBuilder("_csrf=").append(token.find() ? token.group(1) : "");
        for (int i = 0; i < fields.length; i += 2) {
            form.append('&')
                    .append(fields[i])
                    .append('=')
                    .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        http.send(
                HttpRequest.newBuilder(URI.create(origin + path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form.toString()))
                        .build(),
                BodyHandlers.ofString());
    }
}
