package org.omnihall.hall.access.session;

import io.micrometer.core.instrument.MeterRegistry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.omnihall.hall.database.Times;
import org.omnihall.octets.Octets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is acknowledged and not worked into the books yet (ADR 0023): the requests of a commit are one row of {@code access.accounting_inbox}, which
 * any node may take.
 *
 * <p>How much waits is bounded: with room for nothing more, who puts is kept waiting, so that senders go no faster than the books.
 */
@Component
class AccountingInbox {

    /** How many requests of this node may wait: those of a second or two (ADR 0025). */
    static final int ROOM = 15_000;

    /** The same of what this node's journal held (ADR 0028). */
    static final int REPLAYED = 50_000;

    /** Behind so many of them what comes directly still waits for a few seconds only. */
    static final int FEW = 25_000;

    /** Once their requests are so many, no further row is worked in at once. */
    static final int AT_ONCE = 1_000;

    private static final int MOST_ROWS = 128;

    /** How many requests of a journal one row holds. */
    private static final int REPLAYED_TOGETHER = 128;

    /** What lies so long is taken by any node. Their clocks may differ: then it is taken sooner, or later. */
    private static final Duration ALONE = Duration.ofMillis(500);

    /** What lies so long, of whatever node, tells that the books are behind. */
    private static final Duration BEHIND = Duration.ofSeconds(5);

    /** How often all rows are looked through, and not only those behind the oldest that this node knows to be there. */
    private static final Duration FULL_LOOK = Duration.ofMillis(250);

    private final JdbcClient db;
    private final Clock clock;
    private final UUID node = UUID.randomUUID();
    private final InboxRoom room = new InboxRoom(ROOM);
    private final InboxRoom replayed = new InboxRoom(REPLAYED);

    /** This node's rows, and where each lies. */
    private final ConcurrentNavigableMap<Long, InboxRoom.Lying> ours = new ConcurrentSkipListMap<>();

    /** By {@link System#nanoTime()}: a clock that is set back must not put it off. */
    private long nextFullLook = System.nanoTime();

    AccountingInbox(JdbcClient db, Clock clock, MeterRegistry meters) {
        this.db = db;
        this.clock = clock;
        meters.gauge("omnihall.accounting.inbox", this, AccountingInbox::waiting);
    }

    /** A group of requests as it lies there. */
    record Row(long id, int count, Octets body) {

        private static Row of(ResultSet row, int number) throws SQLException {
            return new Row(row.getLong("id"), row.getInt("requests"), Octets.of(row.getBytes("body")));
        }

        /** Throws {@link UnreadableAccounting} for what a later version put there. */
        Stream<AccountingRequest> requests() {
            return AccountingCodec.decodeAll(body).stream();
        }
    }

    /** A row that was put, with how many requests. */
    record Put(long id, int requests) {}

    /** Rows that were taken together. */
    record Taken(List<Row> rows) {

        static final Taken NOTHING = new Taken(List.of());

        /** Whether they are as many as are taken at once, so that more may be there. */
        boolean isFull() {
            return rows.size() == MOST_ROWS
                    || rows.stream().mapToInt(Row::count).sum() >= AT_ONCE;
        }

        List<Long> ids() {
            return rows.stream().map(Row::id).toList();
        }
    }

    /** How many requests of this node wait. */
    int waiting() {
        return room.taken() + replayed.taken();
    }

    /** Whether what comes directly may be put behind what a journal held. */
    boolean holdsFewReplayed() {
        return replayed.taken() <= FEW;
    }

    /** Whether anything of any node has waited for long. */
    boolean isBehind() {
        return db.sql("select exists (select 1 from access.accounting_inbox where aside_at is null and put_at < ?)")
                .param(Times.at(clock.instant().minus(BEHIND)))
                .query(Boolean.class)
                .single();
    }

    /** Makes requests durable, all of them or none; waits up to a second for room. */
    void put(List<AccountingRequest> requests) {
        InboxRoom.Lying lying = room.lying(room.take(requests.size()) ? requests.size() : 0);
        boolean durable = false;
        try {
            ours.put(insert(AccountingCodec.encodeAll(requests), requests.size()), lying);
            durable = true;
        } finally {
            if (!durable) {
                lying.leave();
            }
        }
    }

    /**
     * The same for what is durable in a journal, which stays there where there is no room.
     *
     * @param most as many as they are at most
     * @param putting puts them by {@link #insert(List)}, in a transaction that has ended when it returns
     * @return whether there was room
     */
    boolean putReplayed(int most, Supplier<List<Put>> putting) {
        if (!replayed.take(most)) {
            return false;
        }
        int taken = 0;
        try {
            for (Put put : putting.get()) {
                ours.put(put.id(), replayed.lying(put.requests()));
                taken += put.requests();
            }
        } finally {
            replayed.giveBack(most - taken);
        }
        return true;
    }

    /** Requests as {@link AccountingCodec} encodes one, in rows of a hundred or so. */
    List<Put> insert(List<Octets> encoded) {
        List<Put> rows = new ArrayList<>();
        for (int from = 0; from < encoded.size(); from += REPLAYED_TOGETHER) {
            List<Octets> together = encoded.subList(from, Math.min(from + REPLAYED_TOGETHER, encoded.size()));
            rows.add(new Put(insert(AccountingCodec.join(together), together.size()), together.size()));
        }
        return rows;
    }

    private long insert(Octets body, int requests) {
        return db.sql(
                        "insert into access.accounting_inbox (node, put_at, requests, body) values (?, ?, ?, ?) returning id")
                .params(node, Times.at(clock.instant()), requests, body.toBytes())
                .query(Long.class)
                .single();
    }

    /** This node's rows, as far as they are known to lie here. */
    Set<Long> known() {
        return Set.copyOf(ours.keySet());
    }

    /**
     * Takes the oldest rows away, those of about {@link #AT_ONCE} requests, in a transaction of the caller's: this node's, and those that have waited so
     * long that theirs must be dead or overloaded. The transaction commits without waiting for the disk: where a power cut takes it back, the rows lie
     * here again.
     *
     * <p>What was taken lies in front of the rest until PostgreSQL clears it away. Now and then it is passed over in search of what others left behind;
     * else a look begins with the oldest row that is known. One thread looks.
     */
    Taken take() {
        long began = System.nanoTime();
        boolean full = began - nextFullLook >= 0;
        if (!full && ours.isEmpty()) {
            return Taken.NOTHING;
        }
        Taken taken = takeFrom(full ? 0 : ours.firstKey());
        if (full && hasSeenAllOfOthers(taken)) {
            nextFullLook = began + FULL_LOOK.toNanos();
        }
        return taken;
    }

    /** Whether a full look came to its end, or to this node's own rows: nothing older that is due was left to it then. */
    private boolean hasSeenAllOfOthers(Taken taken) {
        return !taken.isFull() || ours.containsKey(taken.rows().getLast().id());
    }

    private Taken takeFrom(long first) {
        db.sql("select set_config('synchronous_commit', 'off', true)").query(row -> {});
        return new Taken(db
                .sql("""
                delete from access.accounting_inbox where id = any(array(
                    select id from (
                        select id, sum(requests) over (order by id) - requests as before from (
                            select id, requests from access.accounting_inbox
                            where id >= ? and aside_at is null and (node = ? or put_at < ?)
                            order by id limit ? for update skip locked) as there) as counted
                    where before < ?))
                returning id, requests, body""")
                .params(first, node, Times.at(clock.instant().minus(ALONE)), MOST_ROWS, AT_ONCE)
                .query(Row::of)
                .list()
                .stream()
                .sorted(Comparator.comparingLong(Row::id))
                .toList());
    }

    /** Takes one row away, unless somebody has. */
    Optional<Row> take(long id) {
        return taken(id, "");
    }

    /** A row for each of a row's requests where it has several, in a transaction of the caller's; none where it is not there. */
    List<Long> part(long id) {
        return taken(id, " and requests > 1").stream()
                .flatMap(row -> AccountingCodec.parts(row.body()).stream())
                .map(one -> insert(AccountingCodec.join(List.of(one)), 1))
                .toList();
    }

    private Optional<Row> taken(long id, String more) {
        return db.sql("delete from access.accounting_inbox where id = ?" + more + " returning id, requests, body")
                .param(id)
                .query(Row::of)
                .optional();
    }

    /** Puts a row aside that the books refuse. */
    void putAside(long id, String reason) {
        db.sql("update access.accounting_inbox set aside_at = ?, reason = ? where id = ?")
                .params(Times.at(clock.instant()), reason, id)
                .update();
    }

    /** Has what was put aside so long ago tried again. */
    void retry(Duration ago) {
        db.sql("update access.accounting_inbox set aside_at = null where aside_at <= ?")
                .param(Times.at(clock.instant().minus(ago)))
                .update();
    }

    /** These rows are in the books, or aside. */
    void gone(Collection<Long> ids) {
        ids.forEach(id -> Optional.ofNullable(ours.remove(id)).ifPresent(InboxRoom.Lying::leave));
    }

    /** Gives back the room of those of these rows that others took. Others may also only hold them for a moment, so the table is asked. */
    void freeGone(Collection<Long> known) {
        Set<Long> gone = new HashSet<>(known);
        gone.retainAll(ours.keySet());
        if (!gone.isEmpty()) {
            db.sql("select id from access.accounting_inbox where id = any(?) and aside_at is null")
                    .param(gone.toArray(Long[]::new))
                    .query(Long.class)
                    .list()
                    .forEach(gone::remove);
            gone(gone);
        }
    }
}
