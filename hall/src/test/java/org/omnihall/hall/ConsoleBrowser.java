package org.omnihall.hall;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser without eyes: keeps cookies, fills in the CSRF token of the page it saw last, follows nothing by itself. */
public final class ConsoleBrowser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private static final String BOUNDARY = "a-boundary-of-parts";

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final String origin;
    private String token = "";

    public ConsoleBrowser(int port) {
        this.origin = "http://localhost:" + port;
    }

    public HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.GET().build());
    }

    /** Posts a form: names and values in turn, and the token. */
    public HttpResponse<String> post(String path, String... fields) {
        StringBuilder form = new StringBuilder("_csrf=" + encode(token));
        for (int i = 0; i < fields.length; i += 2) {
            form.append('&').append(encode(fields[i])).append('=').append(encode(fields[i + 1]));
        }
        return send(HttpRequest.newBuilder(URI.create(origin + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.toString()))
                .build());
    }

    /** Posts a form with one file in the field {@code file}, the token, and other names and values in turn. */
    public HttpResponse<String> upload(String path, String fileName, String content, String... fields) {
        StringBuilder form = new StringBuilder(part("name=\"_csrf\"", token));
        for (int i = 0; i < fields.length; i += 2) {
            form.append(part("name=\"" + fields[i] + "\"", fields[i + 1]));
        }
        form.append(part("name=\"file\"; filename=\"" + fileName + "\"", content));
        return send(HttpRequest.newBuilder(URI.create(origin + path))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofString(form + "--" + BOUNDARY + "--\r\n"))
                .build());
    }

    private static String part(String disposition, String content) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + content + "\r\n";
    }

    /** Forgets the token, as a forged form would not have it. */
    public void dropToken() {
        token = "";
    }

    /** Where the sign-in leads. */
    public String signIn(String login, String password) {
        get("/sign-in");
        return location(post("/sign-in", "login", login, "password", password));
    }

    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .findFirst()
                .map(cookie -> cookie.getValue())
                .orElse("");
    }

    public static String location(HttpResponse<String> answer) {
        return URI.create(answer.headers().firstValue("Location").orElse(""))
                .toString()
                .replaceFirst("^http://[^/]+", "");
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            Matcher found = TOKEN.matcher(answer.body());
            if (found.find()) {
                token = found.group(1);
            }
            return answer;
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
