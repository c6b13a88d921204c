package org.omnihall.bench.sim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.omnihall.bench.phone.Inbox;

/** Reads messages on the demo's page: {@code PAGE/of/NUMBER} lists those of one number, the oldest first, one a line. */
record InboxPage(URI page, HttpClient http) implements Inbox, AutoCloseable {

    private static final Pattern CODE = Pattern.compile("(?<!\\d)\\d{6}(?!\\d)");
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(100);

    @Override
    public int size(String number) {
        try {
            return messages(number).size();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    @Override
    public Optional<String> code(String number, int message, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < deadline) {
            List<String> messages = messages(number);
            if (messages.size() > message) {
                return CODE.matcher(messages.get(message))
                        .results()
                        .map(MatchResult::group)
                        .findFirst();
            }
            Thread.sleep(LOOK_AGAIN);
        }
        return Optional.empty();
    }

    private List<String> messages(String number) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(page.resolve("/of/" + number))
                .timeout(PATIENCE)
                .build();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException(request.uri() + " answered " + response.statusCode());
            }
            return response.body().lines().toList();
        } catch (IOException unreachable) {
            throw new UncheckedIOException("the page of messages: " + unreachable, unreachable);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
