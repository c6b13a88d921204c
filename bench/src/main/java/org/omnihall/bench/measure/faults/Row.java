package org.omnihall.bench.measure.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.omnihall.bench.measure.Figures;
import org.omnihall.bench.measure.radius.Books;
import org.omnihall.bench.radius.RepeatingLoop;

/**
 * What one case came to.
 *
 * @param fault what was seen of what the case breaks
 * @param late how long after its last answer the database had everything
 */
public record Row(String what, RepeatingLoop.Told told, Books books, Fault fault, Duration late) {

    private static final List<String> HEADS = List.of(
            "case",
            "accounting sent",
            "packets sent again",
            "acknowledged",
            "stored",
            "missing",
            "twice",
            "sessions closed",
            "sessions that differ",
            "refused by the limit",
            "wrong answers",
            "longest silence",
            "all stored after",
            "judgement");

    /** Whether all that was sent was acknowledged and is stored as it was told, every answer was right, and what was to break broke. */
    public boolean isKept() {
        return failures().isEmpty();
    }

    /** Why it proves nothing, or the opposite. */
    List<String> failures() {
        List<String> all = new ArrayList<>();
        all.add(unless(books.acknowledged() > 0, "nothing acknowledged"));
        all.add(unless(told.accounting() == books.acknowledged(), "acknowledged is not what was sent"));
        all.add(unless(books.missing() == 0, "acknowledged and missing"));
        all.add(unless(books.twice() == 0, "counted twice"));
        all.add(unless(books.differing() == 0, "sessions differ"));
        all.add(unless(told.wrong() == 0, "wrong answers"));
        all.add(unless(told.unanswered() == 0, "%,d unanswered".formatted(told.unanswered())));
        all.add(unless(fault.wasThere(), "what was to break did not"));
        return all.stream().filter(failure -> !failure.isEmpty()).toList();
    }

    private static String unless(boolean isRight, String failure) {
        return isRight ? "" : failure;
    }

    private String judgement() {
        return isKept() ? "kept" : "NOT kept: " + String.join(", ", failures());
    }

    private List<String> cells() {
        return List.of(
                what,
                "%,d".formatted(told.accounting()),
                "%,d".formatted(told.repeats()),
                "%,d".formatted(books.acknowledged()),
                "%,d".formatted(books.stored()),
                "%,d".formatted(books.missing()),
                "%,d".formatted(books.twice()),
                "%,d".formatted(books.closed()),
                "%,d".formatted(books.differing()),
                "%,d".formatted(told.refused()),
                "%,d".formatted(told.wrong()),
                "%.1f s".formatted(told.silence().toMillis() / 1e3),
                "%.1f s".formatted(late.toMillis() / 1e3),
                judgement());
    }

    /** What was seen of each fault, the sums of what must not be, and all of them as one table. */
    static void tell(List<Row> rows, Figures figures) {
        rows.stream()
                .filter(row -> !row.fault().told().isEmpty())
                .forEach(row -> figures.add(row.what(), row.fault().told()));
        long failed = rows.stream().filter(row -> !row.isKept()).count();
        figures.addNone("cases that fail", failed, "%,d of %,d".formatted(failed, rows.size()));
        long missing = rows.stream().mapToLong(row -> row.books().missing()).sum();
        long twice = rows.stream().mapToLong(row -> row.books().twice()).sum();
        long differing = rows.stream().mapToLong(row -> row.books().differing()).sum();
        figures.addNone("acknowledged and missing", missing, "%,d".formatted(missing));
        figures.addNone("counted twice", twice, "%,d".formatted(twice));
        figures.addNone("sessions whose octets or seconds differ", differing, "%,d".formatted(differing));
        List<List<String>> cells = new ArrayList<>();
        rows.forEach(row -> cells.add(row.cells()));
        figures.addTable(HEADS, cells);
    }
}
