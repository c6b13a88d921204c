package org.omnihall.hall.access.roaming.forward;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.omnihall.hall.access.roaming.HomeServer;
import org.omnihall.hall.access.roaming.Realm;
import org.omnihall.radius.Code;
import org.omnihall.radius.Packet;
import org.omnihall.radius.transport.NoAnswer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks the home servers of a realm in their order: the first that lives, and when it is silent the next. Nothing here waits. */
@Component
class Forwarding {

    private static final Logger LOG = LoggerFactory.getLogger(Forwarding.class);

    private final Lines servers;
    private final MeterRegistry meters;
    private final Clock clock;

    Forwarding(Lines servers, MeterRegistry meters, Clock clock) {
        this.servers = servers;
        this.meters = meters;
        this.clock = clock;
    }

    /** One request on its way through the servers of its realm. */
    private record Trip(
            Realm realm,
            Code purpose,
            Queue<HomeServer> left,
            Function<Upstream, Packet> request,
            CompletableFuture<Optional<Answer>> answer) {}

    /**
     * The first answer; nothing where no server gives one. Throws what the request throws.
     *
     * @param purpose the code of the request
     * @param request makes it for the server that it goes to
     */
    CompletableFuture<Optional<Answer>> ask(Realm realm, Code purpose, Function<Upstream, Packet> request) {
        Trip trip = new Trip(realm, purpose, new ArrayDeque<>(realm.servers()), request, new CompletableFuture<>());
        next(trip);
        return trip.answer();
    }

    private void next(Trip trip) {
        for (HomeServer server = trip.left().poll();
                server != null;
                server = trip.left().poll()) {
            Line line = servers.line(server);
            if (isUsable(trip, line)) {
                send(trip, line);
                return;
            }
        }
        trip.answer().complete(Optional.empty());
    }

    private boolean isUsable(Trip trip, Line line) {
        return line.health(trip.purpose()).isUsable(clock.instant());
    }

    private void send(Trip trip, Line line) {
        Packet sent = trip.request().apply(line.upstream());
        if (trip.purpose() == Code.ACCOUNTING_REQUEST) {
            line.turns().take(() -> inTurn(trip, line, sent));
        } else {
            transmit(trip, line, sent, () -> {});
        }
    }

    /** Where it has waited until nobody wants it any more, or the server is left alone, it does not go. */
    private void inTurn(Trip trip, Line line, Packet sent) {
        if (!trip.answer().isDone() && isUsable(trip, line)) {
            transmit(trip, line, sent, line.turns()::done);
            return;
        }
        line.turns().done();
        goOn(trip, () -> next(trip));
    }

    private void transmit(Trip trip, Line line, Packet sent, Runnable after) {
        line.health(trip.purpose()).asked();
        Instant at = clock.instant();
        var _ = line.send(sent, trip.realm().patience()).whenComplete((reply, failure) -> {
            goOn(trip, () -> {
                if (reply == null) {
                    failed(trip, line, at, failure);
                } else {
                    answered(trip, line, sent, reply);
                }
            });
            after.run();
        });
    }

    /** The edge to threads that are not ours, where nobody hears what is thrown: it ends the trip. */
    private static void goOn(Trip trip, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException bug) {
            LOG.error("a request for realm {} ended on its way", trip.realm().name(), bug);
            trip.answer().completeExceptionally(bug);
        }
    }

    private void answered(Trip trip, Line line, Packet sent, Packet reply) {
        line.health(trip.purpose()).answered(clock.instant());
        count(trip.realm(), line.server(), reply.code().name());
        trip.answer()
                .complete(Optional.of(
                        new Answer(line.server(), sent, line.upstream().secret(), reply)));
    }

    private void failed(Trip trip, Line line, Instant at, @Nullable Throwable failure) {
        if (failure instanceof NoAnswer silence) {
            count(trip.realm(), line.server(), silence.reason().name());
            switch (silence.reason()) {
                case TIMED_OUT -> silent(trip, line, at);
                case CLOSED, NOT_CONNECTED -> unreachable(trip, line);
                case NO_IDENTIFIER_FREE -> {}
            }
        } else {
            LOG.debug("{} cannot be reached", line.server(), failure);
            count(trip.realm(), line.server(), "FAILED");
            unreachable(trip, line);
        }
        next(trip);
    }

    private void silent(Trip trip, Line line, Instant at) {
        ServerHealth health = line.health(trip.purpose());
        if (health.silent(at, clock.instant(), trip.realm().rest())) {
            var _ = line.status(trip.purpose()).whenComplete((reply, failure) -> {
                if (reply == null) {
                    leave(
                            trip,
                            line,
                            () -> health.dead(clock.instant(), trip.realm().rest()));
                } else {
                    health.alive(clock.instant());
                }
            });
        }
    }

    private void unreachable(Trip trip, Line line) {
        ServerHealth health = line.health(trip.purpose());
        leave(trip, line, () -> health.unreachable(clock.instant(), trip.realm().rest()));
    }

    private static void leave(Trip trip, Line line, Runnable verdict) {
        ServerHealth health = line.health(trip.purpose());
        boolean before = health.standing().downSince().isPresent();
        verdict.run();
        if (!before && health.standing().downSince().isPresent()) {
            LOG.warn(
                    "{} of realm {} is left alone for {}: {}",
                    line.server(),
                    trip.realm().name(),
                    trip.realm().rest(),
                    trip.purpose());
        }
    }

    private void count(Realm realm, HomeServer server, String result) {
        meters.counter("omnihall.roaming", "realm", realm.name(), "server", server.toString(), "result", result)
                .increment();
    }
}
