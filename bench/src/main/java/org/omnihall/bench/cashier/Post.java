package org.omnihall.bench.cashier;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/** Brings callbacks: each is tried again, with growing pauses, until it is answered 200. */
final class Post implements AutoCloseable {

    private static final int TRIES = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http;
    private final Duration firstPause;
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(
            2, Thread.ofPlatform().name("cashier-post-", 0).daemon().factory());
    private final List<Integer> answers = new CopyOnWriteArrayList<>();

    Post(SSLContext trust, Duration firstPause) {
        this.http = HttpClient.newBuilder()
                .sslContext(trust)
                .connectTimeout(PATIENCE)
                .build();
        this.firstPause = firstPause;
    }

    /** @param request is made anew for each try, with a time of its own */
    void bring(Supplier<HttpRequest> request) {
        threads.execute(() -> tryOnce(request, 1));
    }

    /** The statuses that were answered, in their order; 0 where nothing was. */
    List<Integer> answers() {
        return List.copyOf(answers);
    }

    private void tryOnce(Supplier<HttpRequest> request, int tries) {
        int status = status(request.get());
        answers.add(status);
        if (status != 200 && tries < TRIES && !threads.isShutdown()) {
            ScheduledFuture<?> _ = threads.schedule(
                    () -> tryOnce(request, tries + 1), firstPause.toMillis() << (tries - 1), TimeUnit.MILLISECONDS);
        }
    }

    private int status(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException unreachable) {
            return 0;
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        http.shutdownNow();
    }
}
