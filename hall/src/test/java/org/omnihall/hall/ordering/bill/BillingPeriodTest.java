package org.omnihall.hall.ordering.bill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class BillingPeriodTest {

    @Test
    void holdsTheDaysFromOneCycleDayToTheNext() {
        BillingPeriod november = BillingPeriod.holding(LocalDate.of(2026, 11, 30), 1);
        assertThat(november).isEqualTo(new BillingPeriod(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 12, 1)));
        assertThat(BillingPeriod.holding(LocalDate.of(2026, 12, 1), 1)).isEqualTo(november.next(1));
        assertThat(november.cycleDays()).isEqualTo(30);
        assertThat(BillingPeriod.holding(LocalDate.of(2026, 3, 14), 15).from()).isEqualTo(LocalDate.of(2026, 2, 15));
        assertThat(BillingPeriod.holding(LocalDate.of(2026, 3, 15), 15).from()).isEqualTo(LocalDate.of(2026, 3, 15));
        assertThat(BillingPeriod.holding(LocalDate.of(2026, 3, 14), 15).month()).isEqualTo(YearMonth.of(2026, 2));
    }

    @Test
    void countsTheDaysOfFebruaryInAndOutOfLeapYears() {
        assertThat(BillingPeriod.holding(LocalDate.of(2027, 2, 3), 1).cycleDays())
                .isEqualTo(28);
        assertThat(BillingPeriod.holding(LocalDate.of(2028, 2, 29), 1).cycleDays())
                .isEqualTo(29);
        assertThat(BillingPeriod.holding(LocalDate.of(2028, 2, 29), 28).to()).isEqualTo(LocalDate.of(2028, 3, 28));
    }

    @Test
    void isShorterWhereTheCycleDayWasChanged() {
        BillingPeriod november = BillingPeriod.holding(LocalDate.of(2026, 11, 30), 1);
        BillingPeriod shorter = november.next(10);
        assertThat(shorter).isEqualTo(new BillingPeriod(LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 10)));
        assertThat(shorter.cycleDays()).as("a whole month up to its end").isEqualTo(30);
        assertThat(shorter.next(10))
                .isEqualTo(new BillingPeriod(LocalDate.of(2026, 12, 10), LocalDate.of(2027, 1, 10)));
    }

    @Test
    void hasDays() {
        LocalDate day = LocalDate.of(2026, 11, 1);
        assertThatThrownBy(() -> new BillingPeriod(day, day)).isInstanceOf(IllegalArgumentException.class);
    }
}
