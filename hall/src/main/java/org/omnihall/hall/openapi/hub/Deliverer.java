package org.omnihall.hall.openapi.hub;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.omnihall.hall.node.Bell;
import org.omnihall.hall.node.Places;
import org.omnihall.hall.node.Rounds;
import org.omnihall.hall.openapi.OpenApiSettings;
import org.omnihall.octets.Octets;
import org.omnihall.tmf.WebhookSignature;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * Takes notifications from the outbox to their listeners. One is told at least once, until it answers 2xx; every failure doubles the pause, and
 * after the last try the delivery waits for a person. Redirections are not followed.
 */
@Component
class Deliverer implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Deliverer.class);

    private final DeliveryBook book;
    private final Subscriptions subscriptions;
    private final Callbacks callbacks;
    private final OpenApiSettings settings;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Bell bell;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Places places;
    private Optional<Working> working = Optional.empty();

    Deliverer(Parts parts, OpenApiSettings settings, Clock clock, MeterRegistry meters) {
        this.book = parts.book();
        this.subscriptions = parts.subscriptions();
        this.callbacks = parts.callbacks();
        this.bell = parts.deliveryBell();
        this.places = new Places(settings.inFlight(), parts.deliveryBell(), this::failed);
        this.settings = settings;
        this.clock = clock;
        this.meters = meters;
    }

    /** What delivering is made of. */
    @Component
    record Parts(DeliveryBook book, Subscriptions subscriptions, Callbacks callbacks, Bell deliveryBell) {}

    @Bean
    static Bell deliveryBell() {
        return new Bell();
    }

    /** What is open while the node runs. */
    private record Working(HttpClient http, Rounds rounds) {}

    @Override
    public synchronized void start() {
        HttpClient http = HttpClient.newBuilder()
                .connectTimeout(settings.answer())
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .executor(threads)
                .build();
        Rounds rounds = Rounds.begin(bell, settings.poll(), () -> round(http), this::failed);
        working = Optional.of(new Working(http, rounds));
    }

    private void round(HttpClient http) {
        places.fill(most -> book.claim(most, clock.instant(), settings.lease()), (Due due) -> deliver(http, due));
    }

    private void deliver(HttpClient http, Due due) {
        Optional<Octets> secret = subscriptions.secret(due.subscription());
        if (secret.isEmpty()) {
            return; // unsubscribed meanwhile, and the delivery is gone with it
        }
        Optional<String> forbidden = callbacks.forbids(due.to());
        if (forbidden.isPresent()) {
            tryLater(due, forbidden.get());
            return;
        }
        try {
            int status = http.send(request(due, secret.get()), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            if (status / 100 == 2) {
                book.delivered(due, Integer.toString(status), clock.instant());
                count("delivered");
            } else {
                tryLater(due, Integer.toString(status));
            }
        } catch (IOException unreachable) {
            tryLater(due, unreachable.getClass().getSimpleName());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private HttpRequest request(Due due, Octets secret) {
        HttpRequest.Builder request = HttpRequest.newBuilder(due.to())
                .timeout(settings.answer())
                .header("Content-Type", "application/json;charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(due.body()));
        WebhookSignature.headers(secret.toBytes(), due.event().toString(), clock.instant(), due.body())
                .forEach(request::header);
        return request.build();
    }

    private void tryLater(Due due, String answer) {
        Instant now = clock.instant();
        if (due.tries() >= settings.tries()) {
            book.givenUp(due, answer, now);
            count("dead");
        } else {
            book.later(due, answer, now.plus(settings.pauseAfter(due.tries())));
            count("failed");
        }
    }

    private void count(String outcome) {
        meters.counter("omnihall.openapi.deliveries", "outcome", outcome).increment();
    }

    private void failed(Throwable cause) {
        LOG.warn("a round of deliveries failed: {}", cause.getClass().getSimpleName());
        count("broken");
    }

    @Override
    public synchronized void stop() {
        working.ifPresent(open -> {
            open.rounds().close();
            places.close();
            threads.close();
            open.http().close();
        });
        working = Optional.empty();
    }

    @Override
    public synchronized boolean isRunning() {
        return working.isPresent();
    }
}
