package org.omnihall.hall.access.limit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.omnihall.hall.access.network.DevicePolicy;
import org.omnihall.hall.database.Times;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Ends what starts beyond its owner's limit (access-rules.md rule 15): a Start may come after its place was given to another device. Asked
 * within two seconds of the Start; that the session really ends is watched by {@link EndDeadlines}.
 *
 * <p>Every node looks after the Starts of all of them, and after what was to be asked to end and was not: the one that took a Start, or gave its
 * place away, may be dead by then. A session is marked before its controller is asked, so that one node asks. How long a mark waits each node
 * measures by its own clock from when it first saw it, for clocks differ.
 */
@Component
public class Overruns {

    private static final Logger LOG = LoggerFactory.getLogger(Overruns.class);

    /** Who marks a session asks its controller at once. */
    private static final Duration ASKED_WITHIN = Duration.ofMillis(500);

    /** What is older is another matter: its deadline is over. */
    private static final Duration FORGOTTEN = Duration.ofMinutes(1);

    private final JdbcClient db;
    private final TransactionOperations transaction;
    private final Release release;
    private final Clock clock;
    private final Queue<Start> started = new ConcurrentLinkedQueue<>();
    private final Map<String, Limit> newest = new HashMap<>();
    private Map<Mark, Instant> seen = Map.of();

    Overruns(JdbcClient db, TransactionOperations transaction, Release release, PlaceNews news, Clock clock) {
        this.db = db;
        this.transaction = transaction;
        this.release = release;
        this.clock = clock;
        news.listenToStarts(this::begin);
    }

    /** A session of an owner began; the newest admission tells the limit. */
    private record Start(Owner owner, Limit limit) {}

    /** A session that is to end, and when its node marked it by that node's clock. */
    private record Mark(UUID session, Instant at) {}

    /** An open session of an owner. */
    record Running(UUID id, String owner, Instant since) {}

    @TransactionalEventListener(fallbackExecution = true)
    void changed(PlacesChanged changed) {
        changed.began().forEach(began -> begin(began.owner(), began.limit()));
    }

    @Scheduled(fixedDelayString = "PT0.5S")
    void look() {
        look(clock.instant());
    }

    /** Where the database is away the starts wait for the next look. */
    synchronized void look(Instant now) {
        for (Start next = started.poll(); next != null; next = started.poll()) {
            newest.put(next.owner().toString(), next.limit());
        }
        if (!newest.isEmpty()) {
            end(tooMany(), now);
            newest.clear();
        }
        unasked(now).forEach(this::release);
    }

    private void begin(Owner owner, Limit limit) {
        if (limit.devices() > 0) {
            started.add(new Start(owner, limit));
        }
    }

    private void end(Stream<Running> sessions, Instant now) {
        sessions.forEach(session -> end(session.id(), now));
    }

    private Stream<Running> tooMany() {
        Map<String, List<Running>> byOwner =
                running(newest.keySet()).stream().collect(Collectors.groupingBy(Running::owner));
        return byOwner.entrySet().stream()
                .flatMap(owner -> tooMany(owner.getValue(), newest.getOrDefault(owner.getKey(), Limit.NONE)));
    }

    /** What is beyond the limit is the newest, or the oldest where those make room. */
    static Stream<Running> tooMany(List<Running> sessions, Limit limit) {
        List<Running> byStart = new ArrayList<>(sessions);
        byStart.sort(Comparator.comparing(Running::since));
        List<Running> first = limit.policy() == DevicePolicy.RELEASE_OLDEST ? byStart : byStart.reversed();
        return first.stream().limit(Math.max(0, sessions.size() - limit.devices()));
    }

    /**
     * Found by index alone: the statement is planned once a connection, perhaps while hardly anybody is online, and each row compared with each owner
     * would take the longest when everybody comes back at once.
     */
    private List<Running> running(Set<String> owners) {
        return Objects.requireNonNull(transaction.execute(status -> {
            db.sql("select set_config('enable_seqscan', 'off', true)").query(row -> {});
            return db.sql("select id, owner, started_at from access.open_session"
                            + " where owner = any(?::text[]) and releasing_at is null")
                    .param(owners.toArray(String[]::new))
                    .query((row, n) -> new Running(
                            row.getObject("id", UUID.class), row.getString("owner"), Times.in(row, "started_at")))
                    .list();
        }));
    }

    /** Ends a session, unless somebody is at it already. It is marked before its controller is asked; who dies in between is followed by another node. */
    public void end(UUID session, Instant now) {
        int marked = db.sql("update access.open_session set releasing_at = ? where id = ? and releasing_at is null")
                .params(Times.at(now), session)
                .update();
        if (marked == 1) {
            release(session);
        }
    }

    /** One that cannot be asked to end is left to the watch over deadlines; the others are asked. */
    private void release(UUID session) {
        try {
            release.release(session);
        } catch (IllegalArgumentException | DataAccessException | TransactionException failed) {
            LOG.warn("session {} cannot be asked to end: {}", session, failed.toString());
        }
    }

    /** What was marked by a node that did not come to ask; from now on this one does. */
    private List<UUID> unasked(Instant now) {
        Map<Mark, Instant> waiting = waiting(now).stream()
                .collect(Collectors.toMap(Function.identity(), mark -> seen.getOrDefault(mark, now)));
        seen = waiting;
        return waiting.entrySet().stream()
                .filter(mark -> !mark.getValue().isAfter(now.minus(ASKED_WITHIN)))
                .map(Map.Entry::getKey)
                .filter(mark -> takesOver(mark, now))
                .map(Mark::session)
                .toList();
    }

    private List<Mark> waiting(Instant now) {
        return db.sql("select id, releasing_at from access.open_session o where releasing_at >= ?"
                        + " and not exists (select from access.disconnect_request r"
                        + " where r.session_id = o.id and r.asked_at >= o.releasing_at)")
                .param(Times.at(now.minus(FORGOTTEN)))
                .query((row, n) -> new Mark(row.getObject("id", UUID.class), Times.in(row, "releasing_at")))
                .list();
    }

    /** Only one node of those that see the mark. */
    private boolean takesOver(Mark mark, Instant now) {
        return db.sql("update access.open_session set releasing_at = ? where id = ? and releasing_at = ?")
                        .params(Times.at(now), mark.session(), Times.at(mark.at()))
                        .update()
                == 1;
    }
}
