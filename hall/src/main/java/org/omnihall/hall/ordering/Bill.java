package org.omnihall.hall.ordering;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * What a billing account owes for one period (TMF678), a month unless the account's cycle day was moved. Once it is there it never changes
 * but for its state: what was wrong is put right by a line of the next one.
 *
 * @param account the billing account
 * @param month the month in which the period begins
 * @param from the first day of the period
 * @param to the day after its last
 * @param due the last day on which it is paid in time
 * @param totalFen the sum of its lines
 * @param receipt by what it is known to be paid; empty where it was not, or nothing was to be paid
 * @param lines in their order
 */
public record Bill(
        long id,
        String areaPath,
        long account,
        YearMonth month,
        LocalDate from,
        LocalDate to,
        LocalDate due,
        long totalFen,
        Source source,
        State state,
        String receipt,
        List<BillLine> lines) {

    public Bill {
        lines = List.copyOf(lines);
    }

    /** Who computed it; the words are {@code ordering.bill.source.NAME}. */
    public enum Source {
        OWN,
        /** The business support system told it by a file; it stands in the place of our own. */
        BOSS
    }

    /** Where it stands; the words are {@code ordering.bill.state.NAME}. */
    public enum State {
        ISSUED,
        SETTLED,
        /** Another one of the same month was told by the business support system. */
        REPLACED
    }

    /** What of it stands for one subscriber, in fen. */
    public long ofSubscriber(long subscriber) {
        return lines.stream()
                .filter(line -> line.subscriber().equals(Optional.of(subscriber)))
                .mapToLong(BillLine::fen)
                .reduce(0, Math::addExact);
    }
}
