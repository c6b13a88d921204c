package org.omnihall.hall.access.roaming.forward;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.omnihall.hall.access.roaming.HomeServer;
import org.omnihall.hall.access.roaming.Realm;
import org.omnihall.radius.Packet;
import org.omnihall.radius.transport.NoAnswer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks the home servers of a realm in their order: the first that lives, and when it is silent the next. Nothing here waits. */
@Component
class Forwarding {

    private static final Logger LOG = LoggerFactory.getLogger(Forwarding.class);

    private final HomeServers servers;
    private final MeterRegistry meters;
    private final Clock clock;

    Forwarding(HomeServers servers, MeterRegistry meters, Clock clock) {
        this.servers = servers;
        this.meters = meters;
        this.clock = clock;
    }

    /** One request on its way through the servers of its realm. */
    private record Trip(
            Realm realm,
            Queue<HomeServer> left,
            Function<Upstream, Packet> request,
            CompletableFuture<Optional<Answer>> answer) {}

    /**
     * The first answer; nothing where no server gives one. Throws what the request throws.
     *
     * @param request makes it for the server that it goes to
     */
    CompletableFuture<Optional<Answer>> ask(Realm realm, Function<Upstream, Packet> request) {
        Trip trip = new Trip(realm, new ArrayDeque<>(realm.servers()), request, new CompletableFuture<>());
        next(trip);
        return trip.answer();
    }

    private void next(Trip trip) {
        for (HomeServer server = trip.left().poll();
                server != null;
                server = trip.left().poll()) {
            HomeServers.Line line = servers.line(server);
            if (line.health().isUsable(clock.instant())) {
                send(trip, line);
                return;
            }
        }
        trip.answer().complete(Optional.empty());
    }

    private void send(Trip trip, HomeServers.Line line) {
        Packet sent = trip.request().apply(line.upstream());
        line.health().asked();
        var _ = line.upstream()
                .send(sent, trip.realm().patience())
                .whenComplete((reply, failure) -> settle(trip, line, sent, reply, failure));
    }

    private void settle(
            Trip trip, HomeServers.Line line, Packet sent, @Nullable Packet reply, @Nullable Throwable failure) {
        if (reply != null) {
            line.health().answered();
            count(trip.realm(), line.server(), reply.code().name());
            trip.answer()
                    .complete(Optional.of(
                            new Answer(line.server(), sent, line.upstream().secret(), reply)));
            return;
        }
        NoAnswer.Reason why = failure instanceof NoAnswer silence ? silence.reason() : NoAnswer.Reason.TIMED_OUT;
        count(trip.realm(), line.server(), why.name());
        switch (why) {
            case TIMED_OUT -> silent(trip, line, false);
            case CLOSED, NOT_CONNECTED -> silent(trip, line, true);
            case NO_IDENTIFIER_FREE -> {}
        }
        next(trip);
    }

    private void silent(Trip trip, HomeServers.Line line, boolean unreachable) {
        boolean before = line.health().standing().downSince().isPresent();
        line.health().silent(unreachable, clock.instant(), trip.realm().rest());
        if (!before && line.health().standing().downSince().isPresent()) {
            LOG.warn(
                    "{} of realm {} is left alone for {}",
                    line.server(),
                    trip.realm().name(),
                    trip.realm().rest());
        }
    }

    private void count(Realm realm, HomeServer server, String result) {
        meters.counter("omnihall.roaming", "realm", realm.name(), "server", server.toString(), "result", result)
                .increment();
    }
}
