package org.omnihall.hall.access.session;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.omnihall.hall.access.SessionOpened;
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
    private final Queue<UUID> started = new ConcurrentLinkedQueue<>();

    Overruns(JdbcClient db, Release release, Clock clock) {
        this.db = db;
        this.release = release;
        this.clock = clock;
    }

    /** Ends a session to make room. */
    @FunctionalInterface
    interface Release {
        void release(UUID session);
    }

    /**
     * An open session of an owner.
     *
     * @param devices how many the owner may have, as its own admission was told; zero without one
     */
    record Running(UUID id, String owner, Instant since, int devices, DevicePolicy policy) {}

    @TransactionalEventListener
    void opened(SessionOpened opened) {
        started.add(opened.session());
    }

    @Scheduled(fixedDelayString = "PT1S")
    void look() {
        Set<UUID> fresh = new HashSet<>();
        for (UUID next = started.poll(); next != null; next = started.poll()) {
            fresh.add(next);
        }
        if (!fresh.isEmpty()) {
            look(fresh, clock.instant());
        }
    }

    void look(Set<UUID> fresh, Instant now) {
        Map<String, List<Running>> byOwner = running(fresh).stream().collect(Collectors.groupingBy(Running::owner));
        byOwner.values().stream().flatMap(Overruns::tooMany).forEach(session -> end(session.id(), now));
    }

    /** The newest admission tells the limit; what is beyond it is the newest, or the oldest where those make room. */
    static Stream<Running> tooMany(List<Running> sessions) {
        List<Running> byStart = new ArrayList<>(sessions);
        byStart.sort(Comparator.comparing(Running::since));
        Running newest = byStart.getLast();
        if (newest.devices() == 0) {
            return Stream.empty();
        }
        List<Running> first = newest.policy() == DevicePolicy.RELEASE_OLDEST ? byStart : byStart.reversed();
        return first.stream().limit(Math.max(0, sessions.size() - newest.devices()));
    }

    private List<Running> running(Set<UUID> fresh) {
        return db.sql("""
                        select s.id, s.owner, s.started_at, coalesce(r.devices, 0) as devices, coalesce(r.policy, 'REJECT') as policy
                        from access.open_session s left join access.reservation r on r.id = s.journey
                        where s.releasing_at is null
                            and s.owner in (select owner from access.open_session where id = any(?::text[]::uuid[]))
                        """)
                .param(fresh.stream().map(UUID::toString).toArray(String[]::new))
                .query((row, n) -> new Running(
                        row.getObject("id", UUID.class),
                        row.getString("owner"),
                        Times.in(row, "started_at"),
                        row.getInt("devices"),
                        DevicePolicy.valueOf(row.getString("policy"))))
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
