package org.omnihall.hall.access.watch;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.omnihall.hall.access.network.AccessController;
import org.omnihall.hall.access.network.AccessControllers;
import org.omnihall.hall.access.watch.WatchedPacket.Way;
import org.omnihall.hall.database.RowArrays;
import org.omnihall.hall.shell.Addresses;
import org.omnihall.radius.Packet;
import org.omnihall.radius.transport.Received;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Sees every packet of this node and keeps those that a watch wants. Where none runs it costs a look at an empty list; where the database is away or
 * slow packets are lost, counted, and nobody waits.
 */
@Component
public class PacketTap {

    /** Of one watch on one node. */
    static final int MOST = 1_000;

    private static final int ROOM = 4_096;

    private static final RowArrays<Kept> ROWS = new RowArrays<Kept>("access.watched_packet")
            .id("watch_id", Kept::watch)
            .moment("at", Kept::at)
            .text("way", kept -> kept.way().name())
            .text("peer", Kept::peer)
            .text("packet", Kept::text);

    private final RunningWatches watches;
    private final AccessControllers controllers;
    private final JdbcTemplate db;
    private final Clock clock;
    private final BlockingQueue<Kept> untold = new LinkedBlockingQueue<>(ROOM);
    private final Map<UUID, AtomicInteger> counts = new ConcurrentHashMap<>();
    private final Counter lost;

    PacketTap(
            RunningWatches watches, AccessControllers controllers, JdbcTemplate db, Clock clock, MeterRegistry meters) {
        this.watches = watches;
        this.controllers = controllers;
        this.db = db;
        this.clock = clock;
        this.lost = meters.counter("omnihall.packets.watched.lost");
    }

    private record Kept(UUID watch, Instant at, Way way, String peer, String text) {}

    public void received(Received request) {
        if (!watches.all().isEmpty()) {
            keep(request.packet(), request.source(), Way.RECEIVED, () -> PacketText.of(request.packet()));
        }
    }

    public void replied(Received request, Packet reply) {
        if (!watches.all().isEmpty()) {
            keep(request.packet(), request.source(), Way.ANSWERED, () -> PacketText.of(reply));
        }
    }

    /** @param reason such as {@code BAD_MESSAGE_AUTHENTICATOR} or {@code DATABASE_AWAY} */
    public void unanswered(Packet request, InetSocketAddress source, String reason) {
        if (!watches.all().isEmpty()) {
            keep(request, source, Way.UNANSWERED, () -> reason + "\n" + PacketText.of(request));
        }
    }

    /** We ask a controller. The request gets its identifier when it is sent, so none is told. */
    public void asked(AccessController controller, Packet request) {
        ours(controller, request, Way.ASKED, () -> withoutIdentifier(request));
    }

    /** What it says to that. */
    public void replied(AccessController controller, Packet request, Packet reply) {
        ours(controller, request, Way.REPLIED, () -> PacketText.of(reply));
    }

    /** It says nothing, however often it is asked. */
    public void silent(AccessController controller, Packet request) {
        ours(controller, request, Way.UNANSWERED, () -> "NO_ANSWER\n" + withoutIdentifier(request));
    }

    private static String withoutIdentifier(Packet request) {
        return PacketText.of(request).replaceFirst(" [0-9]+(?=\n)", "");
    }

    private void ours(AccessController controller, Packet request, Way way, Supplier<String> text) {
        if (!watches.all().isEmpty()) {
            InetSocketAddress peer = new InetSocketAddress(controller.address(), controller.coaPort());
            keep(new Heard(List.of(controller), request, peer), way, text);
        }
    }

    /** A request with whom it is from, or for. */
    private record Heard(List<AccessController> controllers, Packet request, InetSocketAddress peer) {}

    private void keep(Packet request, InetSocketAddress source, Way way, Supplier<String> text) {
        keep(new Heard(controllers.senders(source.getAddress(), request), request, source), way, text);
    }

    private void keep(Heard heard, Way way, Supplier<String> text) {
        Instant now = clock.instant();
        for (PacketWatch watch : watches.all()) {
            boolean wanted =
                    watch.runs(now) && heard.controllers().stream().anyMatch(one -> watch.wants(one, heard.request()));
            if (wanted
                    && counts.computeIfAbsent(watch.id(), id -> new AtomicInteger())
                                    .incrementAndGet()
                            <= MOST) {
                String peer = Addresses.text(heard.peer().getAddress()) + ":"
                        + heard.peer().getPort();
                if (!untold.offer(new Kept(watch.id(), now, way, peer, text.get()))) {
                    lost.increment();
                }
            }
        }
    }

    @Scheduled(fixedDelay = 250)
    void write() {
        List<Kept> group = new ArrayList<>();
        untold.drainTo(group);
        if (group.isEmpty()) {
            counts.keySet()
                    .retainAll(watches.all().stream().map(PacketWatch::id).toList());
            return;
        }
        try {
            ROWS.insert(db, group, "");
        } catch (DataAccessException | CannotCreateTransactionException outage) {
            lost.increment(group.size());
        }
    }
}
