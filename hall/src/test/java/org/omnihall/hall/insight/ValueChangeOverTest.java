package org.omnihall.hall.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.omnihall.hall.insight.Ledger.OCTOBER;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.omnihall.analytics.DuckDb;
import org.omnihall.analytics.ValueJob;
import org.omnihall.hall.Eventually;
import org.omnihall.hall.HallDatabase;

/** Figures come into force all at once or not at all, wherever the job stops, and hinder nobody while they come. */
@ExtendWith(HallDatabase.class)
class ValueChangeOverTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Ledger ledger;

    ValueChangeOverTest(DataSource source, @TempDir Path folder) {
        this.ledger = new Ledger(source, folder);
    }

    @BeforeEach
    void begin() {
        ledger.clear();
    }

    /** A process that dies leaves just what its last finished step wrote; the server rolls back what was open. */
    @Test
    void leavesTheFiguresInForceWhereverItStops() throws SQLException, IOException {
        ledger.bills(List.of(100L, 200L, 300L));
        long good = ledger.compute();
        ledger.bills(1, OCTOBER, 999_999);
        List<Ledger.Work> stops = List.of(
                (job, maker) -> job.export(),
                (job, maker) -> {
                    job.export();
                    job.parquet(maker);
                    job.values();
                    job.tiers(maker);
                },
                ValueChangeOverTest::prepare);
        for (Ledger.Work stop : stops) {
            long dead = ledger.begin();
            ledger.job(dead, stop);
            assertThat(ledger.inForce()).isEqualTo(good);
            assertThat(ledger.column(good, "fen")).isEqualTo(Map.of(1L, 100L, 2L, 200L, 3L, 300L));
            assertThat(ledger.column(dead, "fen")).isEmpty();
            ledger.giveUp(dead);
        }
        long next = ledger.compute();
        assertThat(ledger.inForce()).isEqualTo(next);
        assertThat(ledger.column(next, "fen")).isEqualTo(Map.of(1L, 999_999L, 2L, 200L, 3L, 300L));
        assertThat(ledger.single(
                        "select count(*) from pg_tables where schemaname = 'insight' and tablename ~ '^value_\\d+$'"))
                .as("what the dead left behind is dropped")
                .isEqualTo(2);
    }

    @Test
    void bringsNothingIntoForceForARunThatWasGivenUp() throws SQLException, IOException {
        ledger.bills(List.of(100L));
        long good = ledger.compute();
        long late = ledger.begin();
        ledger.job(late, (job, maker) -> {
            prepare(job, maker);
            ledger.giveUp(late);
            assertThatThrownBy(job::publish)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("does not run any more");
        });
        assertThat(ledger.inForce()).isEqualTo(good);
        assertThatThrownBy(() -> ledger.job(late, ValueJob::runAll)).hasMessageContaining("does not run");
    }

    @Test
    void letsTheProgramSayThatItLivesWhileFiguresComeIntoForce() throws SQLException, IOException {
        ledger.bills(List.of(100L));
        long run = ledger.begin();
        ledger.job(run, (job, maker) -> {
            prepare(job, maker);
            assertThat(midway(job, () -> assertThat(beats(run)).isEqualTo(1))).succeedsWithin(PATIENCE);
        });
        assertThat(ledger.inForce()).isEqualTo(run);
    }

    @Test
    void takesBackWhatCameIntoForceForARunThatWasGivenUpMeanwhile() throws SQLException, IOException {
        ledger.bills(List.of(100L));
        long good = ledger.compute();
        long late = ledger.begin();
        ledger.job(late, (job, maker) -> {
            prepare(job, maker);
            Future<Boolean> publishing = midway(job, () -> {
                assertThat(beats(late)).isEqualTo(1);
                ledger.giveUp(late);
            });
            assertThat(publishing)
                    .failsWithin(PATIENCE)
                    .withThrowableThat()
                    .withMessageContaining("does not run any more");
        });
        assertThat(ledger.inForce()).isEqualTo(good);
        assertThat(ledger.column(late, "fen")).isEmpty();
    }

    private static void prepare(ValueJob job, DuckDb maker) throws SQLException, IOException {
        job.export();
        job.parquet(maker);
        job.values();
        job.tiers(maker);
        job.load();
    }

    /** Brings figures into force, and does something while that waits in its middle. */
    private Future<Boolean> midway(ValueJob job, Runnable work) {
        return ledger.holding(() -> {
            CompletableFuture<Boolean> ended = new CompletableFuture<>();
            Thread.ofVirtual().name("publishing").start(() -> {
                try {
                    job.publish();
                    ended.complete(true);
                } catch (SQLException refused) {
                    ended.completeExceptionally(refused);
                }
            });
            Eventually.holds("it waits", this::isPublishing);
            work.run();
            return ended;
        });
    }

    private boolean isPublishing() {
        return ledger.beside().sql("""
                        select count(*) from pg_stat_activity
                        where datname = current_database() and wait_event_type = 'Lock' and query like 'select insight.publish(%'""").query(Long.class).single() == 1;
    }

    /** A sign of life that waits for nobody. */
    private int beats(long run) {
        return ledger.beside().sql("""
                        with free as (select id from insight.run where id = ? for no key update nowait)
                        update insight.run set beat_at = begun_at where id in (select id from free)""").param(run).update();
    }
}
