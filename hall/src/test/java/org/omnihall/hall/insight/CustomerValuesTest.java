package org.omnihall.hall.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omnihall.hall.insight.Ledger.MAY;
import static org.omnihall.hall.insight.Ledger.NOON;
import static org.omnihall.hall.insight.Ledger.OCTOBER;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.omnihall.hall.HallDatabase;

/** Customers whose value was reckoned by hand (requirement C14). */
@ExtendWith(HallDatabase.class)
class CustomerValuesTest {

    private static final long LI = 1;

    private final Ledger ledger;

    CustomerValuesTest(DataSource source, @TempDir Path folder) {
        this.ledger = new Ledger(source, folder);
    }

    @BeforeEach
    void begin() {
        ledger.clear();
    }

    @Test
    void isTheMeanOfTheLastSixWholeMonths() {
        ledger.bills(LI, MAY, 10_000, 20_000, 30_000, 40_000, 50_000, 60_000);
        assertThat(worth().fen()).contains(35_000L);
        assertThat(worth().months()).isEqualTo(6);
        assertThat(worth().totalFen()).isEqualTo(210_000);
        assertThat(worth().bills())
                .containsEntry(MAY, 10_000L)
                .containsEntry(OCTOBER, 60_000L)
                .hasSize(6);
    }

    @Test
    void leavesOutTheMonthThatRunsAndThoseBefore() {
        ledger.bills(LI, MAY.minusMonths(1), 999_999, 600, 600, 600, 600, 600, 600, 999_999);
        assertThat(worth().fen()).contains(600L);
    }

    @Test
    void countsAMissingMonthOfACustomerAsZero() {
        ledger.bills(LI, MAY.minusMonths(3), 1);
        ledger.bills(LI, MAY, 6_000);
        ledger.bills(LI, OCTOBER, 6_000);
        assertThat(worth().fen()).contains(2_000L);
        assertThat(worth().months()).isEqualTo(6);
    }

    @Test
    void countsNoMonthBeforeHeJoined() {
        ledger.bills(LI, OCTOBER.minusMonths(1), 3_000, 6_000);
        assertThat(worth().months()).isEqualTo(2);
        assertThat(worth().fen()).contains(4_500L);
    }

    @Test
    void takesTheMonthInWhichHeJoinedFromBossWhereItIsEarlierThanHisFirstBill() {
        tell(OCTOBER, 9_000, Optional.of(YearMonth.of(2026, 8)));
        assertThat(worth().months()).isEqualTo(3);
        assertThat(worth().fen()).contains(3_000L);
        tell(OCTOBER, 9_000, Optional.empty());
        assertThat(worth().since()).as("what was known stays").isEqualTo(YearMonth.of(2026, 8));
    }

    @Test
    void isWorthWhatHisOnlyMonthBrought() {
        ledger.bills(LI, OCTOBER, 12_345);
        assertThat(worth().fen()).contains(12_345L);
        assertThat(worth().months()).isEqualTo(1);
    }

    @Test
    void isWorthNothingWhoSpentNothingAndHasNoValueWhoJoinedThisMonth() {
        ledger.bills(LI, MAY, 0);
        assertThat(worth().fen()).contains(0L);
        ledger.clear();
        ledger.bills(LI, OCTOBER.plusMonths(1), 5_000);
        assertThat(worth().fen()).isEmpty();
        assertThat(worth().months()).isZero();
        ledger.clear();
        assertThat(ledger.values().of(LI)).isEmpty();
    }

    @Test
    void isBelowZeroWhoGotMoreBackThanHePaid() {
        ledger.bills(LI, MAY, 1_000, 0, 0, 0, 0, -7_000);
        assertThat(worth().fen()).contains(-1_000L);
    }

    @Test
    void roundsHalfAFenAwayFromZeroAndLessTowardsIt() {
        ledger.bills(LI, OCTOBER.minusMonths(1), 2, 1);
        assertThat(worth().fen()).as("1.5").contains(2L);
        ledger.bills(LI, OCTOBER.minusMonths(1), -2, -1);
        assertThat(worth().fen()).as("-1.5").contains(-2L);
        ledger.bills(LI, OCTOBER.minusMonths(2), 0, 2, 2);
        assertThat(worth().fen()).as("1.33").contains(1L);
        ledger.bills(LI, OCTOBER.minusMonths(2), 1, 2, 2);
        assertThat(worth().fen()).as("1.67").contains(2L);
        ledger.bills(LI, OCTOBER.minusMonths(2), 0, -2, -2);
        assertThat(worth().fen()).as("-1.33").contains(-1L);
    }

    @Test
    void replacesABillThatIsToldAgainAndFollowsHimToAnotherArea() {
        ledger.bills(LI, OCTOBER, 100);
        ledger.tell(List.of(
                new Spending.Bill(LI, OCTOBER, 300, Optional.empty(), "/zj/hz/"),
                new Spending.Bill(LI, OCTOBER, 700, Optional.empty(), "/zj/nb/")));
        assertThat(worth().bills()).isEqualTo(Map.of(OCTOBER, 700L));
        assertThat(worth().areaPath()).isEqualTo("/zj/nb/");
    }

    @Test
    void endsTheMonthByTheOperatorsCalendar() {
        ZoneId shanghai = ZoneId.of("Asia/Shanghai");
        Instant lastSecond = Instant.parse("2026-11-30T15:59:59Z");
        assertThat(ValueWindow.before(lastSecond, shanghai, 6).last()).isEqualTo(OCTOBER);
        assertThat(ValueWindow.before(lastSecond.plus(Duration.ofSeconds(1)), shanghai, 6))
                .isEqualTo(new ValueWindow(YearMonth.of(2026, 6), YearMonth.of(2026, 11)));
        assertThat(ValueWindow.before(NOON, shanghai, 1)).isEqualTo(new ValueWindow(OCTOBER, OCTOBER));
    }

    private void tell(YearMonth month, long fen, Optional<YearMonth> joined) {
        ledger.tell(List.of(new Spending.Bill(LI, month, fen, joined, "/zj/hz/")));
    }

    private Worth worth() {
        return ledger.values().of(LI).orElseThrow();
    }
}
