package org.omnihall.hall.node;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls over HTTP that are bounded as a whole: one limit of time from the connection to the answer's last octet, for that of a request ends
 * with the answer's head, and one of size for the answer's body. Redirections are not followed.
 */
public final class HttpCalls implements AutoCloseable {

    private final Duration limit;
    private final long largest;
    private final HttpClient http;

    /**
     * @param limit for all of a call
     * @param largest the octets that an answer's body may have
     */
    public HttpCalls(Duration limit, long largest) {
        this.limit = limit;
        this.largest = largest;
        this.http = HttpClient.newBuilder()
                .connectTimeout(limit)
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    /** @throws IOException where there is no whole answer in time, or one that is too large */
    public HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<String>> answer =
                http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), largest));
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new HttpTimeoutException("no whole answer within " + limit);
        } catch (ExecutionException broken) {
            throw broken.getCause() instanceof IOException unreachable ? unreachable : new IOException(broken);
        } finally {
            answer.cancel(true);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
