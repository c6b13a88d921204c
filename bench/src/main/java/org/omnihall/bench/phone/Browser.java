package org.omnihall.bench.phone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;

/**
 * A phone's mini-browser in front of a login page: it keeps no cookie, runs no script, stores nothing, and speaks from the phone's own
 * address.
 */
public final class Browser implements AutoCloseable {

    private static final int MAX_HOPS = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http;
    private final Handset handset;
    private final List<URI> visited = new ArrayList<>();

    public Browser(Handset handset, SSLContext trust) {
        this.handset = handset;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .localAddress(handset.address())
                .followRedirects(HttpClient.Redirect.NEVER)
                .sslContext(trust)
                .connectTimeout(PATIENCE)
                .build();
    }

    /** Opens an address and follows redirects, as far as a page. */
    public Page open(URI address) throws InterruptedException {
        return follow(request(address).GET().build());
    }

    /** Asks for an address and follows nothing, as a phone's own probe does. */
    public Page look(URI address) throws InterruptedException {
        HttpResponse<String> response = send(request(address).GET().build());
        return new Page(address, response.statusCode(), response.headers(), response.body());
    }

    /** The same for something that is no page. */
    public Page look(URI address, String type) throws InterruptedException {
        HttpResponse<String> response =
                send(request(address).header("Accept", type).GET().build());
        return new Page(address, response.statusCode(), response.headers(), response.body());
    }

    public Page submit(Form form) throws InterruptedException {
        return follow(request(form.action())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.body()))
                .build());
    }

    /** Every address asked for since the browser was opened. */
    public List<URI> visited() {
        return List.copyOf(visited);
    }

    private HttpRequest.Builder request(URI address) {
        return HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Accept-Language", handset.language())
                .header("User-Agent", "CaptiveNetworkSupport-481.0.1 wispr");
    }

    private Page follow(HttpRequest first) throws InterruptedException {
        HttpRequest request = first;
        for (int hop = 0; hop < MAX_HOPS; hop++) {
            visited.add(request.uri());
            HttpResponse<String> response = send(request);
            String location = response.headers().firstValue("Location").orElse("");
            if (response.statusCode() / 100 != 3 || location.isEmpty()) {
                return new Page(request.uri(), response.statusCode(), response.headers(), response.body());
            }
            request = request(request.uri().resolve(location)).GET().build();
        }
        throw new IllegalStateException("redirected " + MAX_HOPS + " times: " + visited);
    }

    private HttpResponse<String> send(HttpRequest request) throws InterruptedException {
        try {
            return http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(request.method() + " " + request.uri() + ": " + broken.getMessage(), broken);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
