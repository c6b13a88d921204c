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
import org.omnihall.radius.MalformedPacket;
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

    private final PacketWatches watches;
    private final AccessControllers controllers;
    private final JdbcTemplate db;
    private final Clock clock;
    private final BlockingQueue<Kept> untold = new LinkedBlockingQueue<>(ROOM);
    private final Map<UUID, AtomicInteger> counts = new ConcurrentHashMap<>();
    private final Counter lost;

    PacketTap(
            PacketWatches watches, AccessControllers controllers, JdbcTemplate db, Clock clock, MeterRegistry meters) {
        this.watches = watches;
        this.controllers = controllers;
        this.db = db;
        this.clock = clock;
        this.lost = meters.counter("omnihall.packets.watched.lost");
    }

    private record Kept(UUID watch, Instant at, Way way, String peer, String text) {}

    public void received(Received request) {
        if (!watches.running().isEmpty()) {
            keep(request.packet(), request.source(), Way.RECEIVED, () -> PacketText.of(request.packet()));
        }
    }

    public void replied(Received request, Packet reply) {
        if (!watches.running().isEmpty()) {
            keep(request.packet(), request.source(), Way.ANSWERED, () -> PacketText.of(reply));
        }
    }

    /** @param reason such as {@code BAD_MESSAGE_AUTHENTICATOR} or {@code DATABASE_AWAY} */
    public void unanswered(Packet request, InetSocketAddress source, String reason) {
        if (!watches.running().isEmpty()) {
            keep(request, source, Way.UNANSWERED, () -> reason + "\n" + PacketText.of(request));
        }
    }

    private void keep(Packet request, InetSocketAddress source, Way way, Supplier<String> text) {
        Instant now = clock.instant();
        List<AccessController> senders = senders(request, source);
        for (PacketWatch watch : watches.running()) {
            boolean wanted = watch.runs(now) && senders.stream().anyMatch(sender -> watch.wants(sender, request));
            if (wanted
                    && counts.computeIfAbsent(watch.id(), id -> new AtomicInteger())
                                    .incrementAndGet()
                            <= MOST) {
                String peer = Addresses.text(source.getAddress()) + ":" + source.getPort();
                if (!untold.offer(new Kept(watch.id(), now, way, peer, text.get()))) {
                    lost.increment();
                }
            }
        }
    }

    /** The controller that sent it; all of that source where it does not say which. */
    private List<AccessController> senders(Packet request, InetSocketAddress source) {
        try {
            return controllers
                    .identify(source.getAddress(), request)
                    .map(List::of)
                    .orElseGet(() -> controllers.bySource(source.getAddress()));
        } catch (MalformedPacket unreadable) {
            return controllers.bySource(source.getAddress());
        }
    }

    @Scheduled(fixedDelay = 250)
    void write() {
        List<Kept> group = new ArrayList<>();
        untold.drainTo(group);
        if (group.isEmpty()) {
            counts.keySet()
                    .retainAll(watches.running().stream().map(PacketWatch::id).toList());
            return;
        }
        try {
            ROWS.insert(db, group, "");
        } catch (DataAccessException | CannotCreateTransactionException outage) {
            lost.increment(group.size());
        }
    }
}
