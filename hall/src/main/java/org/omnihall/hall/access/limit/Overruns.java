package org.omnihall.hall.access.limit;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.omnihall.hall.access.network.DevicePolicy;
import org.omnihall.hall.database.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Ends what starts beyond its owner's limit (access-rules.md rule 15): a Start may come after its place was given to another device. Asked
 * within two seconds of the Start; that the session really ends is watched by {@link EndDeadlines}.
 */
@Component
class Overruns {

    private final JdbcClient db;
    private final Release release;
    private final Clock clock;
    private final Queue<PlacesChanged.Began> started = new ConcurrentLinkedQueue<>();

    Overruns(JdbcClient db, Release release, Clock clock) {
        this.db = db;
        this.release = release;
        this.clock = clock;
    }

    /** An open session of an owner. */
    record Running(UUID id, String owner, Instant since) {}

    @TransactionalEventListener(fallbackExecution = true)
    void changed(PlacesChanged changed) {
        started.addAll(changed.began());
    }

    @Scheduled(fixedDelayString = "PT1S")
    void look() {
        look(clock.instant());
    }

    void look(Instant now) {
        List<PlacesChanged.Began> fresh = new ArrayList<>();
        for (PlacesChanged.Began next = started.poll(); next != null; next = started.poll()) {
            fresh.add(next);
        }
        look(fresh, now);
    }

    /** The newest admission tells the limit. */
    void look(List<PlacesChanged.Began> fresh, Instant now) {
        Map<String, PlacesChanged.Began> newest = fresh.stream()
                .collect(Collectors.toMap(began -> began.owner().toString(), began -> began, (one, other) -> other));
        newest.values().removeIf(began -> began.limit().devices() == 0);
        if (newest.isEmpty()) {
            return;
        }
        Map<String, List<Running>> byOwner =
                running(newest.keySet()).stream().collect(Collectors.groupingBy(Running::owner));
        byOwner.forEach((owner, sessions) -> {
            PlacesChanged.Began last = newest.get(owner);
            if (last != null) {
                tooMany(sessions, last.limit()).forEach(session -> end(session.id(), now));
            }
        });
    }

    /** What is beyond the limit is the newest, or the oldest where those make room. */
    static Stream<Running> tooMany(List<Running> sessions, Limit limit) {
        List<Running> byStart = new ArrayList<>(sessions);
        byStart.sort(Comparator.comparing(Running::since));
        List<Running> first = limit.policy() == DevicePolicy.RELEASE_OLDEST ? byStart : byStart.reversed();
        return first.stream().limit(Math.max(0, sessions.size() - limit.devices()));
    }

    private List<Running> running(Set<String> owners) {
        return db.sql("select id, owner, started_at from access.open_session"
                        + " where owner = any(?::text[]) and releasing_at is null")
                .param(owners.toArray(String[]::new))
                .query((row, n) -> new Running(
                        row.getObject("id", UUID.class), row.getString("owner"), Times.in(row, "started_at")))
                .list();
    }

    private void end(UUID session, Instant now) {
        int marked = db.sql("update access.open_session set releasing_at = ? where id = ? and releasing_at is null")
                .params(Times.at(now), session)
                .update();
        if (marked == 1) {
            release.release(session);
        }
    }
}
