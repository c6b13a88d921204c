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
        assertThat(report(5, 5).stay()).contains(Duration.ofMinutes(20));
        assertThat(report(5, 5).octets()).contains(1_000L);
        assertThat(report(4, 4).stay()).isEmpty();
        assertThat(report(4, 4).octets()).isEmpty();
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
        assertThat(small.failures().text()).isEqualTo("7");
        assertThat(small.octets()).isEmpty();
        assertThat(report.days().getLast().octets()).contains(900L);
    }

    private static VisitorReport report(long visitors, long fresh) {
        return new Counted(
                        visitors,
                        fresh,
                        Duration.ofMinutes(20),
                        1_000,
                        Map.of(9, 3L, 10, 6L),
                        List.of(
                                new Counted.Day(MONDAY, 3, 4, 7, 100),
                                new Counted.Day(MONDAY.plusDays(1), 6, 8, 0, 900)))
                .told();
    }
}
