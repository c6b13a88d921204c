package org.omnihall.hall.access.aaa;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.omnihall.hall.access.session.AccountingDrops;
import org.omnihall.hall.access.watch.PacketTap;
import org.omnihall.radius.transport.Received;
import org.springframework.stereotype.Component;

/**
 * What RADIUS did not answer, by source and reason, since this node started: for the screen and, by reason and controller, for the metrics.
 * Bounded: an attacker with many addresses is counted under one.
 */
@Component
public class RadiusDrops implements AccountingDrops {

    private static final int SOURCES = 5000;
    private static final String MANY = "*";

    private final PacketTap tap;
    private final MeterRegistry meters;
    private final Clock clock;
    private final Map<Key, Count> counts = new ConcurrentHashMap<>();

    RadiusDrops(PacketTap tap, MeterRegistry meters, Clock clock) {
        this.tap = tap;
        this.meters = meters;
        this.clock = clock;
    }

    private record Key(String source, String reason) {}

    private record Count(long number, Instant last) {}

    /**
     * One row of the screen.
     *
     * @param source the address, or {@code *} for the many that no longer fit
     * @param reason such as {@code MISSING_MESSAGE_AUTHENTICATOR}
     */
    public record Row(String source, String reason, long number, Instant last) {}

    /** All rows, the newest first. */
    public List<Row> rows() {
        return counts.entrySet().stream()
                .map(e -> new Row(
                        e.getKey().source(),
                        e.getKey().reason(),
                        e.getValue().number(),
                        e.getValue().last()))
                .sorted(Comparator.comparing(Row::last).reversed())
                .toList();
    }

    @Override
    public void unanswered(Received request, String controller, String reason) {
        count(request.source().getAddress(), controller, reason);
        tap.unanswered(request.packet(), request.source(), reason);
    }

    /**
     * Counts one.
     *
     * @param controller the registered controller's name, or {@code unknown}: never an address that anybody can choose
     */
    void count(InetAddress source, String controller, String reason) {
        meters.counter("omnihall.radius.dropped", "reason", reason, "nas", controller)
                .increment();
        Key key = new Key(source.getHostAddress(), reason);
        Key counted = counts.containsKey(key) || counts.size() < SOURCES ? key : new Key(MANY, reason);
        Instant now = clock.instant();
        counts.compute(counted, (k, old) -> new Count(old == null ? 1 : old.number() + 1, now));
    }
}
