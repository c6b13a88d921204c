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
 * @param late how long after its last answer the database had everything
 */
public record Row(String what, RepeatingLoop.Told told, Books books, Duration late) {

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
            "wrong answers",
            "longest silence",
            "all stored after");

    /** Whether nothing that was acknowledged is missing, twice or different, and something was. */
    public boolean isClean() {
        return books.faults() == 0
                && books.acknowledged() > 0
                && books.acknowledged() == told.accounting()
                && told.wrong() == 0;
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
                "%,d".formatted(told.wrong()),
                "%.1f s".formatted(told.silence().toMillis() / 1e3),
                "%.1f s".formatted(late.toMillis() / 1e3));
    }

    /** All of them as one table, and their sums, which must be nothing. */
    static void tell(List<Row> rows, Figures figures) {
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
