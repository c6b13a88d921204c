package org.omnihall.hall.party;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.omnihall.octets.Octets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The number plan that is in use, in memory. While no version was ever imported, the library is asked: for one segment at a time, until
 * its whole table is wanted.
 */
@Component
class SegmentsInUse {

    private static final Duration REFRESH = Duration.ofSeconds(10);

    private record Loaded(long version, Optional<SegmentTable> table, Instant until) {}

    private final JdbcClient db;
    private final Clock clock;
    private final AtomicReference<Loaded> loaded = new AtomicReference<>(new Loaded(0, Optional.empty(), Instant.MIN));

    SegmentsInUse(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    Optional<SegmentPlace> at(int segment) {
        Optional<SegmentTable> table = fresh().table();
        return table.isPresent() ? table.get().at(segment) : LibrarySegments.at(segment);
    }

    /** The whole plan; takes seconds the first time while it is the library's. */
    SegmentTable table() {
        return fresh().table().orElseGet(LibrarySegments::all);
    }

    /** Lets the next question look whether another version is in use. */
    void refresh() {
        loaded.updateAndGet(old -> new Loaded(old.version(), old.table(), Instant.MIN));
    }

    private Loaded fresh() {
        Loaded now = loaded.get();
        return clock.instant().isBefore(now.until()) ? now : look(now);
    }

    private Loaded look(Loaded known) {
        long version = db.sql(
                        "select coalesce((select version from party.number_plan_use order by id desc limit 1), 0)")
                .query(Long.class)
                .single();
        Optional<SegmentTable> table = version == known.version() ? known.table() : find(version);
        Loaded next = new Loaded(version, table, clock.instant().plus(REFRESH));
        loaded.set(next);
        return next;
    }

    /** Any version, whether it is in use or not. */
    Optional<SegmentTable> find(long version) {
        return db.sql("select lines from party.number_plan where version = ?")
                .param(version)
                .query(byte[].class)
                .optional()
                .map(lines -> PlanLines.unpack(Octets.of(lines)));
    }
}
