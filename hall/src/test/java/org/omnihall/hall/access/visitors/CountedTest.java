package org.omnihall.hall.access.visitors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.access.VisitorReport;

/** Small groups are not told, nor what would give them away. */
class CountedTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    @Test
    void tellsFiveAndHidesFour() {
        assertThat(report(5, 5).visitors().text()).isEqualTo("5");
        assertThat(report(4, 4).visitors().text()).isEqualTo("<5");
        assertThat(report(0, 0).visitors().text()).isEqualTo("0");
    }

    @Test
    void hidesTheOtherOfTwoThatAddUp() {
        VisitorReport few = report(9, 7);
        assertThat(few.returning().text()).isEqualTo("<5");
        assertThat(few.fresh().text()).isEqualTo("–");
        VisitorReport fresh = report(9, 2);
        assertThat(fresh.fresh().text()).isEqualTo("<5");
        assertThat(fresh.returning().text()).isEqualTo("–");
        VisitorReport both = report(10, 5);
        assertThat(both.fresh().text()).isEqualTo("5");
        assertThat(both.returning().text()).isEqualTo("5");
        assertThat(report(9, 9).fresh().text()).isEqualTo("9");
        assertThat(report(9, 9).returning().text()).isEqualTo("0");
    }

    @Test
    void tellsStayAndTrafficOfFiveAtLeast() {
        assertThat(day(5, 1_000).stay()).contains(Duration.ofMinutes(20));
        assertThat(day(5, 1_000).octets()).contains(1_000L);
        assertThat(day(4, 1_000).stay()).isEmpty();
        assertThat(day(4, 1_000).octets()).isEmpty();
    }

    /** Who takes one report from another learns nothing of those who came on a day that is not told. */
    @Test
    void addsUpWhatTheDaysTellAndNoMore() {
        VisitorReport report = report(9, 9);
        assertThat(report.octets()).contains(900L);
        assertThat(report.stay()).contains(Duration.ofMinutes(40));
    }

    @Test
    void tellsTrafficInTwoDigits() {
        assertThat(day(5, 99).octets()).contains(99L);
        assertThat(day(5, 104).octets()).contains(100L);
        assertThat(day(5, 105).octets()).contains(110L);
        assertThat(day(5, 996).octets()).contains(1_000L);
        assertThat(day(5, 123_456_789_012L).octets()).contains(120_000_000_000L);
        assertThat(day(5, 123_456_789_012L).days().getFirst().octets()).contains(120_000_000_000L);
        assertThat(day(5, 0).octets()).contains(0L);
    }

    @Test
    void hidesSmallHoursAndDays() {
        VisitorReport report = report(9, 9);
        assertThat(report.hours()).hasSize(24);
        assertThat(report.hours().get(9).text()).isEqualTo("<5");
        assertThat(report.hours().get(10).text()).isEqualTo("6");
        assertThat(report.hours().get(11).text()).isEqualTo("0");
        VisitorReport.Day small = report.days().getFirst();
        assertThat(small.visitors().text()).isEqualTo("<5");
        assertThat(small.logins().text()).isEqualTo("<5");
        assertThat(small.stops().text()).isEqualTo("7");
        assertThat(small.octets()).isEmpty();
        assertThat(report.days().getLast().octets()).contains(900L);
    }

    private static VisitorReport report(long visitors, long fresh) {
        return new Counted(
                        visitors,
                        fresh,
                        Map.of(9, 3L, 10, 6L),
                        List.of(
                                new Counted.Day(MONDAY, 3, new Counted.Traffic(3, 600, 100), 4, 7),
                                new Counted.Day(MONDAY.plusDays(1), 6, new Counted.Traffic(8, 8 * 2_400, 900), 8, 0)))
                .told();
    }

    private static VisitorReport day(long visitors, long octets) {
        Counted.Traffic traffic = new Counted.Traffic(visitors, visitors * 1_259, octets);
        return new Counted(visitors, visitors, Map.of(), List.of(new Counted.Day(MONDAY, visitors, traffic, 0, 0)))
                .told();
    }
}
