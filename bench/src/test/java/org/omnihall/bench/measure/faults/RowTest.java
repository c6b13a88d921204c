package org.omnihall.bench.measure.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.omnihall.bench.measure.Figures;
import org.omnihall.bench.measure.radius.Books;
import org.omnihall.bench.radius.RepeatingLoop.Told;

/** A case is kept where everything is as it must be and what was to break broke; where one thing is not, it is not. */
class RowTest {

    private static final Fault BROKEN = new Fault("3 times", true);
    private static final Told TOLD = told(0, 0);
    private static final Books BOOKS = books(8, 0, 0, 0);

    private static Told told(long wrong, int unanswered) {
        return new Told(8, 1, wrong, 2, Duration.ofSeconds(1), unanswered);
    }

    private static Books books(long acknowledged, long missing, long twice, long differing) {
        return new Books(acknowledged, acknowledged - missing, missing, twice, 2, differing);
    }

    private static Row row(Told told, Books books, Fault fault) {
        return new Row("a case", told, books, fault, Duration.ZERO);
    }

    private static String page(Row row) {
        Figures figures = new Figures("faults", "");
        Row.tell(List.of(row), figures);
        return figures.taken();
    }

    @Test
    void keepsACleanCaseWhoseFaultWasThere() {
        Row row = row(TOLD, BOOKS, BROKEN);
        assertThat(row.failures()).isEmpty();
        assertThat(row.isKept()).isTrue();
        assertThat(page(row))
                .contains("| a case | 3 times |")
                .contains("| cases that fail | 0 of 1; at most 0: kept |")
                .contains("| kept |")
                .doesNotContain("NOT kept");
    }

    @Test
    void keepsACaseInWhichNothingIsToBreak() {
        assertThat(row(TOLD, BOOKS, Fault.NONE).isKept()).isTrue();
    }

    @Test
    void doesNotKeepACaseWhoseFaultWasNotThere() {
        Row row = row(TOLD, BOOKS, new Fault("0 times", false));
        assertThat(row.failures()).containsExactly("what was to break did not");
        assertThat(page(row))
                .contains("| cases that fail | 1 of 1; at most 0: NOT kept |")
                .contains("| NOT kept: what was to break did not |");
    }

    @Test
    void doesNotKeepACaseThatIsNotClean() {
        assertFails(told(1, 0), BOOKS, "wrong answers");
        assertFails(told(0, 1), BOOKS, "1 unanswered");
        assertFails(TOLD, books(7, 0, 0, 0), "acknowledged is not what was sent");
        assertFails(TOLD, books(8, 1, 0, 0), "acknowledged and missing");
        assertFails(TOLD, books(8, 0, 1, 0), "counted twice");
        assertFails(TOLD, books(8, 0, 0, 1), "sessions differ");
    }

    @Test
    void doesNotKeepACaseInWhichNothingWasAcknowledged() {
        assertFails(new Told(0, 0, 0, 0, Duration.ZERO, 0), books(0, 0, 0, 0), "nothing acknowledged");
    }

    private static void assertFails(Told told, Books books, String failure) {
        Row row = row(told, books, BROKEN);
        assertThat(row.isKept()).isFalse();
        assertThat(row.failures()).containsExactly(failure);
        assertThat(page(row)).contains("1 of 1; at most 0: NOT kept");
    }
}
