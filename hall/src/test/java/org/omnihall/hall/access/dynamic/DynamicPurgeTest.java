package org.omnihall.hall.access.dynamic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.omnihall.hall.HallDatabase;
import org.omnihall.hall.database.Times;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Requests about running sessions are kept for their time and not longer (access rule 22). */
@ExtendWith(HallDatabase.class)
class DynamicPurgeTest {

    private static final Instant NOW = Instant.parse("2026-11-26T04:00:00Z");
    private static final Duration KEPT = Duration.ofDays(190);

    private final JdbcClient db;
    private final DynamicPurge purge;

    DynamicPurgeTest(DataSource database) {
        db = JdbcClient.create(database);
        purge = new DynamicPurge(db, new DynamicSettings(20, Duration.ofSeconds(60), 100, KEPT), Clock.systemUTC());
    }

    @BeforeEach
    void empty() {
        db.sql("truncate access.sweep, access.sweep_session, access.change_request, access.disconnect_request")
                .update();
    }

    @Test
    void forgetsRequestsAfterTheirTimeInPortions() {
        change(NOW.minus(KEPT), 1);
        change(NOW.minus(KEPT).minusMillis(1), 5_001);
        end(NOW.minus(KEPT), 1);
        end(NOW.minus(KEPT).minusMillis(1), 5_001);

        purge.purge(NOW);

        assertThat(count("change_request")).isEqualTo(1);
        assertThat(count("disconnect_request")).isEqualTo(1);
        purge.purge(NOW.plusMillis(1));
        assertThat(count("change_request")).isZero();
        assertThat(count("disconnect_request")).isZero();
    }

    @Test
    void forgetsSweepsWithTheirSessionsAndNoneThatRuns() {
        UUID kept = sweep(NOW.minus(KEPT), "DONE", 2);
        UUID running = sweep(NOW.minus(KEPT).minusMillis(1), "RUNNING", 2);
        sweep(NOW.minus(KEPT).minusMillis(1), "DONE", 5_001);
        sweep(NOW.minus(KEPT).minusMillis(1), "STOPPED", 2);

        purge.purge(NOW);

        assertThat(db.sql("select id from access.sweep").query(UUID.class).list())
                .containsExactlyInAnyOrder(kept, running);
        assertThat(count("sweep_session")).isEqualTo(4);
    }

    private long count(String table) {
        return db.sql("select count(*) from access." + table).query(Long.class).single();
    }

    private void change(Instant askedAt, int number) {
        db.sql("""
                        insert into access.change_request (id, session_id, controller_id, actor, profile, up_bits_per_second,
                            down_bits_per_second, session_seconds, idle_seconds, interim_seconds, state, asked_at, deadline_at)
                        select gen_random_uuid(), gen_random_uuid(), 1, 'test', 'p', 1, 1, 1, 1, 1, 'SHOWN', :at, :at
                        from generate_series(1, :number)""").param("at", Times.at(askedAt)).param("number", number).update();
    }

    private void end(Instant askedAt, int number) {
        db.sql("""
                        insert into access.disconnect_request (id, session_id, controller_id, actor, way, state, asked_at, deadline_at)
                        select gen_random_uuid(), gen_random_uuid(), 1, 'test', 'RADIUS', 'ENDED', :at, :at
                        from generate_series(1, :number)""").param("at", Times.at(askedAt)).param("number", number).update();
    }

    private UUID sweep(Instant begunAt, String state, int sessions) {
        UUID id = UUID.randomUUID();
        db.sql("insert into access.sweep (id, kind, area_path, told, actor, state, sessions, begun_at)"
                        + " values (?, 'END', '/', '', 'test', ?, ?, ?)")
                .params(id, state, sessions, Times.at(begunAt))
                .update();
        db.sql("insert into access.sweep_session (sweep_id, session_id, controller_id, state)"
                        + " select ?, gen_random_uuid(), 1, 'ASKED' from generate_series(1, ?)")
                .params(id, sessions)
                .update();
        return id;
    }
}
