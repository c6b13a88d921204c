package org.omnihall.hall.access.proof;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.omnihall.hall.access.network.AccessController;
import org.omnihall.hall.access.network.AccessControllers;
import org.omnihall.hall.access.network.Cidr;
import org.omnihall.hall.database.RowArrays;
import org.omnihall.hall.database.Times;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/** Notes with every Access-Request whether its controller proved it, in memory; all nodes' notes come together in a table within seconds. */
@Component
public class Proofs {

    private static final RowArrays<Row> ROWS = new RowArrays<Row>("access.controller_proof")
            .number("controller_id", Row::controllerId)
            .maybeMoment("proved_at", Row::provedAt)
            .maybeMoment("unproved_at", Row::unprovedAt)
            .number("unproved", Row::unproved);

    /** A controller that was removed meanwhile has none. */
    private static final String TOGETHER = """
            where exists (select from access.controller c where c.id = controller_id)
            on conflict (controller_id) do update set
                proved_at = greatest(controller_proof.proved_at, excluded.proved_at),
                unproved_at = greatest(controller_proof.unproved_at, excluded.unproved_at),
                unproved = controller_proof.unproved + excluded.unproved""";

    private final AccessControllers controllers;
    private final JdbcTemplate template;
    private final JdbcClient db;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Map<Long, Notes> notes = new ConcurrentHashMap<>();

    Proofs(AccessControllers controllers, JdbcTemplate template, JdbcClient db, Clock clock, MeterRegistry meters) {
        this.controllers = controllers;
        this.template = template;
        this.db = db;
        this.clock = clock;
        this.meters = meters;
    }

    private record Row(long controllerId, Optional<Instant> provedAt, Optional<Instant> unprovedAt, long unproved) {}

    /** What came of one controller since it was written last. */
    private static final class Notes {

        private volatile boolean proved;
        private final LongAdder unproved = new LongAdder();
        private final Counter counter;

        Notes(Counter counter) {
            this.counter = counter;
        }

        void without() {
            unproved.increment();
            counter.increment();
        }

        Optional<Row> taken(long controllerId, Instant now) {
            boolean with = proved;
            proved = false;
            long without = unproved.sumThenReset();
            return with || without > 0
                    ? Optional.of(new Row(
                            controllerId,
                            with ? Optional.of(now) : Optional.empty(),
                            without > 0 ? Optional.of(now) : Optional.empty(),
                            without))
                    : Optional.empty();
        }
    }

    /** An Access-Request of this controller came, with a valid Message-Authenticator or without any, whatever became of it. */
    public void note(AccessController controller, boolean proved) {
        Notes his = Optional.ofNullable(notes.get(controller.id()))
                .orElseGet(() -> notes.computeIfAbsent(
                        controller.id(),
                        id -> new Notes(meters.counter("omnihall.radius.unproved", "nas", controller.name()))));
        if (!proved) {
            his.without();
        } else if (!his.proved) {
            his.proved = true;
        }
    }

    /** All controllers of an Area, those that need something done first. */
    public List<Protection> report(String areaPath) {
        Instant now = clock.instant();
        Map<Long, Row> known = db.sql("select * from access.controller_proof").query(Proofs::read).list().stream()
                .collect(Collectors.toMap(Row::controllerId, Function.identity()));
        Map<Long, Protection> alone = controllers.all().stream()
                .collect(Collectors.toMap(
                        AccessController::id,
                        controller -> protection(controller, Optional.ofNullable(known.get(controller.id())))));
        Set<Cidr> unproved = alone.values().stream()
                .filter(row -> row.isUnprovedLately(now))
                .flatMap(row -> row.controller().sources().stream())
                .collect(Collectors.toSet());
        return alone.values().stream()
                .filter(row -> row.controller().areaPath().startsWith(areaPath))
                .map(row -> row.beside(unproved))
                .sorted(Comparator.comparing((Protection row) -> row.verdict(now))
                        .thenComparing(row -> row.controller().name()))
                .toList();
    }

    private static Protection protection(AccessController controller, Optional<Row> row) {
        return new Protection(
                controller,
                false,
                row.flatMap(Row::provedAt),
                row.flatMap(Row::unprovedAt),
                row.map(Row::unproved).orElse(0L));
    }

    @Scheduled(fixedDelay = 5000)
    void write() {
        Instant now = clock.instant();
        List<Row> rows = new ArrayList<>();
        notes.forEach((id, his) -> his.taken(id, now).ifPresent(rows::add));
        try {
            ROWS.insert(template, rows, TOGETHER);
        } catch (DataAccessException | CannotCreateTransactionException outage) {
            rows.forEach(this::putBack);
        }
    }

    private void putBack(Row row) {
        Notes his = notes.get(row.controllerId());
        if (his != null) {
            his.unproved.add(row.unproved());
            his.proved |= row.provedAt().isPresent();
        }
    }

    private static Row read(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getLong("controller_id"),
                Times.maybeIn(row, "proved_at"),
                Times.maybeIn(row, "unproved_at"),
                row.getLong("unproved"));
    }
}
