package org.omnihall.hall.database;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * News of a table that every node reads: each row once, and none is passed over, however the transactions that write them overlap.
 *
 * <p>The idea: a row carries the id of its transaction. Whoever looks notes first which transactions are over (the snapshot's xmin); the next look
 * reads everything from there on and passes over what it has had already. An order by an identity column would lose what is committed late.
 *
 * <p>The table has the columns {@code id bigint generated always as identity} and {@code tx xid8 default pg_current_xact_id()}, with an index on
 * {@code tx}. One thread asks.
 */
public final class Feed<R> {

    /** What is older is deleted: a node that did not look for so long begins anew. */
    public static final Duration KEPT = Duration.ofMinutes(2);

    private static final Logger LOG = LoggerFactory.getLogger(Feed.class);
    private static final Duration STEP = Duration.ofSeconds(10);

    private final JdbcClient db;
    private final String table;
    private final Optional<UUID> passedOver;
    private final RowMapper<R> mapper;
    private final Deque<Horizon> horizons = new ArrayDeque<>();
    private final Set<Long> had = new HashSet<>();
    private Optional<Horizon> newest = Optional.empty();
    private boolean away;

    public Feed(JdbcClient db, String table, RowMapper<R> mapper) {
        this(db, table, Optional.empty(), mapper);
    }

    private Feed(JdbcClient db, String table, Optional<UUID> passedOver, RowMapper<R> mapper) {
        this.db = db;
        this.table = table;
        this.passedOver = passedOver;
        this.mapper = mapper;
    }

    /** Of what other nodes wrote: those of the node itself, as the column {@code node} has them, do not leave the database again. */
    public static <R> Feed<R> ofOthers(JdbcClient db, String table, UUID node, RowMapper<R> mapper) {
        return new Feed<>(db, table, Optional.of(node), mapper);
    }

    /** @param xmin every transaction below it was over at that moment */
    private record Horizon(Instant at, String xmin) {}

    /**
     * What is new, in the order of ids.
     *
     * @param gap true at the first look and after a long absence: something may be missing, so that what was known is worth nothing
     */
    public record News<R>(List<R> rows, boolean gap) {}

    /**
     * Looks, and tells what is new; an outage is told in the log once, and made up for by the next look.
     *
     * @param gap what is to be done where something may be missing, before the rows
     */
    public void follow(Instant now, Runnable gap, Consumer<R> row) {
        try {
            News<R> news = look(now);
            if (news.gap()) {
                gap.run();
            }
            news.rows().forEach(row);
            away = false;
        } catch (DataAccessException | CannotCreateTransactionException outage) {
            if (!away) {
                LOG.warn("{} cannot be read; what was known stays in force: {}", table, outage.getMessage());
            }
            away = true;
        }
    }

    /** @throws org.springframework.dao.DataAccessException where the database is away; the next look makes up for it */
    public News<R> look(Instant now) {
        Horizon horizon = new Horizon(
                now,
                db.sql("select pg_snapshot_xmin(pg_current_snapshot())::text")
                        .query(String.class)
                        .single());
        Optional<Horizon> last =
                newest.filter(known -> known.at().plus(KEPT.dividedBy(2)).isAfter(now));
        Map<Long, R> found = new LinkedHashMap<>();
        List<Object> values = new ArrayList<>(List.of(last.orElse(horizon).xmin()));
        passedOver.ifPresent(values::add);
        db.sql("select * from " + table + " where tx >= ?::text::xid8"
                        + (passedOver.isPresent() ? " and node <> ?" : "") + " order by id")
                .params(values)
                .query(row -> {
                    found.put(row.getLong("id"), mapper.mapRow(row, row.getRow()));
                });
        List<R> fresh = found.entrySet().stream()
                .filter(row -> !had.contains(row.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        had.clear();
        had.addAll(found.keySet());
        newest = Optional.of(horizon);
        forgetBefore(horizon);
        return new News<>(fresh, last.isEmpty());
    }

    private void forgetBefore(Horizon now) {
        if (horizons.isEmpty() || horizons.getLast().at().plus(STEP).isBefore(now.at())) {
            horizons.add(now);
        }
        if (horizons.getFirst().at().plus(KEPT).isBefore(now.at())) {
            db.sql("delete from " + table + " where tx < ?::text::xid8")
                    .param(horizons.removeFirst().xmin())
                    .update();
        }
    }
}
