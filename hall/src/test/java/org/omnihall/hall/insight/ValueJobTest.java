package org.omnihall.hall.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.omnihall.hall.insight.Ledger.MAY;
import static org.omnihall.hall.insight.Ledger.OCTOBER;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Types;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.omnihall.analytics.ValueJob;
import org.omnihall.hall.HallDatabase;

/** The job of the module {@code analytics} against the hall's tables: the same values as for one customer, tiers, and a safe change-over. */
@ExtendWith(HallDatabase.class)
class ValueJobTest {

    private static final long SEED = 20_261_126;
    private static final int CUSTOMERS = 5_000;

    private final Ledger ledger;

    ValueJobTest(DataSource source, @TempDir Path folder) {
        this.ledger = new Ledger(source, folder);
    }

    @BeforeEach
    void begin() {
        ledger.clear();
        ledger.db()
                .sql(
                        "update insight.run set state = 'FAILED', fault = 'LOST', ended_at = begun_at where state = 'RUNNING'")
                .update();
        ledger.db().sql("update insight.standing set run_id = null").update();
    }

    @Test
    void givesEverybodyTheValueThatTheStatementForOneCustomerGives() throws SQLException, IOException {
        Map<Long, Long> byHand = seeded();
        long run = ledger.compute();
        Map<Long, Long> computed = column(run, "fen");
        assertThat(computed).isEqualTo(byHand);
        CustomerValues values = ledger.values();
        for (long customer = 1; customer <= CUSTOMERS; customer++) {
            assertThat(values.of(customer).orElseThrow().fen())
                    .as("customer %d", customer)
                    .isEqualTo(Optional.ofNullable(computed.get(customer)));
        }
        assertThat(computed).hasSizeBetween(CUSTOMERS / 2, CUSTOMERS - 1);
        assertThat(single("select sum(customers) from insight.distribution where run_id = " + run))
                .isEqualTo(computed.size());
        assertThat(single("select sum(customers) from insight.run_tier where run_id = " + run))
                .isEqualTo(computed.size());
    }

    @Test
    void beginsATierAtItsBorderToTheFen() throws SQLException, IOException {
        borders("SPEND", 20_000, 10_000);
        bills(20_001, 20_000, 19_999, 10_000, 9_999, -5);
        assertThat(column(ledger.compute(), "place")).isEqualTo(Map.of(1L, 1L, 2L, 1L, 3L, 2L, 4L, 2L, 5L, 3L, 6L, 3L));
    }

    @Test
    void cutsSharesAfterTheLastCustomerWhoIsStillInAndTakesWhoIsWorthTheSame() throws SQLException, IOException {
        borders("SHARE", 100, 500);
        bills(1_000, 900, 800, 700, 600, 500, 400, 300, 200, 100);
        long run = ledger.compute();
        assertThat(column(run, "place").values()).containsExactly(1L, 2L, 2L, 2L, 2L, 3L, 3L, 3L, 3L, 3L);
        assertThat(single("select from_fen from insight.run_tier where place = 2 and run_id = " + run))
                .isEqualTo(600);
        bills(1_000, 1_000, 800, 700, 600, 600, 400, 300, 200, 100);
        assertThat(column(ledger.compute(), "place").values()).containsExactly(1L, 1L, 2L, 2L, 2L, 2L, 3L, 3L, 3L, 3L);
        ledger.bills(11, OCTOBER, 50);
        assertThat(column(ledger.compute(), "place").values())
                .as("a tenth of eleven is two, half is six")
                .containsExactly(1L, 1L, 2L, 2L, 2L, 2L, 3L, 3L, 3L, 3L, 3L);
    }

    @Test
    void keepsWhyATierChanged() throws SQLException, IOException {
        borders("SPEND", 20_000, 10_000);
        bills(15_000, 15_000, 15_000, 15_000);
        ledger.compute();
        ledger.bills(1, OCTOBER, 25_000);
        ledger.bills(2, OCTOBER, 5_000);
        ledger.bills(3, OCTOBER, 15_100);
        ledger.compute();
        borders("SPEND", 15_050, 10_000);
        ledger.compute();
        ledger.compute();
        assertThat(changes(1)).containsExactly("FIRST 2", "SPENT_MORE 1");
        assertThat(changes(2)).containsExactly("FIRST 2", "SPENT_LESS 3");
        assertThat(changes(3)).containsExactly("FIRST 2", "BORDERS_MOVED 1");
        assertThat(changes(4)).containsExactly("FIRST 2");
    }

    @Test
    void replacesTheFiguresBeforeAndDropsThoseBeforeThem() throws SQLException, IOException {
        bills(100);
        long first = ledger.compute();
        ledger.bills(1, OCTOBER, 300);
        long second = ledger.compute();
        assertThat(inForce()).isEqualTo(second);
        assertThat(column(second, "fen")).isEqualTo(Map.of(1L, 300L));
        assertThat(column(first, "fen")).as("kept while the next comes").isEqualTo(Map.of(1L, 100L));
        long third = ledger.compute();
        assertThat(column(first, "fen")).isEmpty();
        assertThat(column(third, "fen")).isEqualTo(Map.of(1L, 300L));
    }

    /** A process that dies leaves just what its last finished step wrote; the server rolls back what was open. */
    @Test
    void leavesTheFiguresInForceWhereverItStops() throws SQLException, IOException {
        bills(100, 200, 300);
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
                (job, maker) -> {
                    job.export();
                    job.parquet(maker);
                    job.values();
                    job.tiers(maker);
                    job.load();
                });
        for (Ledger.Work stop : stops) {
            long dead = ledger.begin();
            ledger.job(dead, stop);
            assertThat(inForce()).isEqualTo(good);
            assertThat(column(good, "fen")).isEqualTo(Map.of(1L, 100L, 2L, 200L, 3L, 300L));
            assertThat(column(dead, "fen")).isEmpty();
            giveUp(dead);
        }
        long next = ledger.compute();
        assertThat(inForce()).isEqualTo(next);
        assertThat(column(next, "fen")).isEqualTo(Map.of(1L, 999_999L, 2L, 200L, 3L, 300L));
        assertThat(single("select count(*) from pg_tables where schemaname = 'insight' and tablename ~ '^value_\\d+$'"))
                .as("what the dead left behind is dropped")
                .isEqualTo(2);
    }

    @Test
    void bringsNothingIntoForceForARunThatWasGivenUp() throws SQLException, IOException {
        bills(100);
        long good = ledger.compute();
        long late = ledger.begin();
        ledger.job(late, (job, maker) -> {
            job.export();
            job.parquet(maker);
            job.values();
            job.tiers(maker);
            job.load();
            giveUp(late);
            assertThatThrownBy(job::publish)
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("does not run any more");
        });
        assertThat(inForce()).isEqualTo(good);
        assertThatThrownBy(() -> ledger.job(late, ValueJob::runAll)).hasMessageContaining("does not run");
    }

    /** What each is worth by decimal arithmetic, from the bills themselves. */
    private Map<Long, Long> seeded() {
        Random random = new Random(SEED);
        Map<Long, Long> expected = new HashMap<>();
        List<Spending.Bill> bills = new ArrayList<>();
        for (long customer = 1; customer <= CUSTOMERS; customer++) {
            YearMonth joined = MAY.plusMonths(random.nextInt(12) - 5);
            long total = 0;
            bills.add(new Spending.Bill(customer, OCTOBER.plusMonths(1), 7, Optional.of(joined), "/zj/hz/"));
            YearMonth from = joined.isBefore(MAY.minusMonths(2)) ? MAY.minusMonths(2) : joined;
            for (YearMonth month = from; !month.isAfter(OCTOBER); month = month.plusMonths(1)) {
                if (random.nextInt(8) > 0) {
                    long fen = random.nextInt(30_000) - 3_000L;
                    bills.add(new Spending.Bill(customer, month, fen, Optional.empty(), "/zj/hz/"));
                    total += month.isBefore(MAY) ? 0 : fen;
                }
            }
            long months = Math.min(6, joined.until(OCTOBER, ChronoUnit.MONTHS) + 1);
            if (months > 0) {
                expected.put(
                        customer,
                        BigDecimal.valueOf(total)
                                .divide(BigDecimal.valueOf(months), 0, RoundingMode.HALF_UP)
                                .longValueExact());
            }
        }
        ledger.tell(bills);
        return expected;
    }

    /** Customers 1, 2, 3 ... who joined in October and spent so much in it. */
    private void bills(long... fen) {
        for (int i = 0; i < fen.length; i++) {
            ledger.bills(i + 1, OCTOBER, fen[i]);
        }
    }

    private void borders(String cut, long... borders) {
        long version = ledger.db()
                .sql(
                        "insert into insight.pyramid (cut, published_at, by_actor) values (?, '2026-11-01', 'test') returning version")
                .param(cut)
                .query(Long.class)
                .single();
        for (int place = 1; place <= borders.length + 1; place++) {
            ledger.db()
                    .sql(
                            "insert into insight.pyramid_tier (version, place, zh, en, class, border) values (:version, :place, :name, :name, 'ORDINARY', :border)")
                    .param("version", version)
                    .param("place", place)
                    .param("name", "T" + place)
                    .param("border", place > borders.length ? null : borders[place - 1], Types.BIGINT)
                    .update();
        }
    }

    private void giveUp(long run) {
        ledger.db()
                .sql("update insight.run set state = 'FAILED', fault = 'LOST', ended_at = begun_at where id = ?")
                .param(run)
                .update();
    }

    private Map<Long, Long> column(long run, String column) {
        Map<Long, Long> rows = new TreeMap<>();
        ledger.db()
                .sql("select subscriber_id, " + column + " as seen from insight.value where run_id = ?")
                .param(run)
                .query(row -> {
                    rows.put(row.getLong("subscriber_id"), row.getLong("seen"));
                });
        return rows;
    }

    private List<String> changes(long customer) {
        return ledger.db()
                .sql(
                        "select reason || ' ' || to_place from insight.tier_change where subscriber_id = ? and run_id >= ? order by run_id")
                .params(
                        customer,
                        single(
                                "select max(run_id) from insight.tier_change where subscriber_id = 1 and reason = 'FIRST'"))
                .query((row, number) -> row.getString(1))
                .list();
    }

    private long inForce() {
        return single("select run_id from insight.standing");
    }

    private long single(String sql) {
        return ledger.db().sql(sql).query(Long.class).single();
    }
}
