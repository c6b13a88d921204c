package org.omnihall.hall.insight;

import static org.assertj.core.api.Assertions.assertThat;
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
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
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
    }

    @Test
    void givesEverybodyTheValueThatTheStatementForOneCustomerGives() throws SQLException, IOException {
        Map<Long, Long> byHand = seeded();
        long run = ledger.compute();
        Map<Long, Long> computed = ledger.column(run, "fen");
        assertThat(computed).isEqualTo(byHand);
        CustomerValues values = ledger.values();
        for (long customer = 1; customer <= CUSTOMERS; customer++) {
            assertThat(values.of(customer).orElseThrow().fen())
                    .as("customer %d", customer)
                    .isEqualTo(Optional.ofNullable(computed.get(customer)));
        }
        assertThat(computed).hasSizeBetween(CUSTOMERS / 2, CUSTOMERS - 1);
        assertThat(ledger.single("select sum(customers) from insight.distribution where run_id = " + run))
                .isEqualTo(computed.size());
        assertThat(ledger.single("select sum(customers) from insight.run_tier where run_id = " + run))
                .isEqualTo(computed.size());
    }

    @Test
    void beginsATierAtItsBorderToTheFen() throws SQLException, IOException {
        borders("SPEND", 20_000, 10_000);
        ledger.bills(List.of(20_001L, 20_000L, 19_999L, 10_000L, 9_999L, -5L));
        assertThat(ledger.column(ledger.compute(), "place"))
                .isEqualTo(Map.of(1L, 1L, 2L, 1L, 3L, 2L, 4L, 2L, 5L, 3L, 6L, 3L));
    }

    @Test
    void cutsSharesAfterTheLastCustomerWhoIsStillInAndTakesWhoIsWorthTheSame() throws SQLException, IOException {
        borders("SHARE", 100, 500);
        ledger.bills(List.of(1_000L, 900L, 800L, 700L, 600L, 500L, 400L, 300L, 200L, 100L));
        long run = ledger.compute();
        assertThat(ledger.column(run, "place").values()).containsExactly(1L, 2L, 2L, 2L, 2L, 3L, 3L, 3L, 3L, 3L);
        assertThat(ledger.single("select from_fen from insight.run_tier where place = 2 and run_id = " + run))
                .isEqualTo(600);
        ledger.bills(List.of(1_000L, 1_000L, 800L, 700L, 600L, 600L, 400L, 300L, 200L, 100L));
        assertThat(ledger.column(ledger.compute(), "place").values())
                .containsExactly(1L, 1L, 2L, 2L, 2L, 2L, 3L, 3L, 3L, 3L);
        ledger.bills(11, OCTOBER, 50);
        assertThat(ledger.column(ledger.compute(), "place").values())
                .as("a tenth of eleven is two, half is six")
                .containsExactly(1L, 1L, 2L, 2L, 2L, 2L, 3L, 3L, 3L, 3L, 3L);
    }

    @Test
    void keepsWhyATierChanged() throws SQLException, IOException {
        borders("SPEND", 20_000, 10_000);
        ledger.bills(List.of(15_000L, 15_000L, 15_000L, 15_000L));
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
        ledger.bills(List.of(100L));
        long first = ledger.compute();
        ledger.bills(1, OCTOBER, 300);
        long second = ledger.compute();
        assertThat(ledger.inForce()).isEqualTo(second);
        assertThat(ledger.column(second, "fen")).isEqualTo(Map.of(1L, 300L));
        assertThat(ledger.column(first, "fen")).as("kept while the next comes").isEqualTo(Map.of(1L, 100L));
        long third = ledger.compute();
        assertThat(ledger.column(first, "fen")).isEmpty();
        assertThat(ledger.column(third, "fen")).isEqualTo(Map.of(1L, 300L));
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

    private List<String> changes(long customer) {
        return ledger.db()
                .sql(
                        "select reason || ' ' || to_place from insight.tier_change where subscriber_id = ? and run_id >= ? order by run_id")
                .params(
                        customer,
                        ledger.single(
                                "select max(run_id) from insight.tier_change where subscriber_id = 1 and reason = 'FIRST'"))
                .query((row, number) -> row.getString(1))
                .list();
    }
}
