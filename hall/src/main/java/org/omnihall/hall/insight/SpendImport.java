package org.omnihall.hall.insight;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.omnihall.hall.intake.ImportKind;
import org.omnihall.hall.party.Area;
import org.omnihall.hall.party.Areas;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.party.Subscribers;
import org.omnihall.hall.shell.Right;
import org.springframework.stereotype.Component;

/**
 * {@code import spend}: bills of BOSS or CRM. A line is a number, a month such as {@code 2026-05}, what was spent in fen, below zero for
 * refunds, the month in which the customer joined or nothing, and his Area. A line for a month that is known replaces it.
 */
@Component
class SpendImport implements ImportKind {

    private static final List<String> COLUMNS = List.of("number", "month", "fen", "joined", "area");
    private static final String FAULT = "insight.fault.";

    private final Spending spending;
    private final Subscribers subscribers;
    private final Areas areas;

    SpendImport(Spending spending, Subscribers subscribers, Areas areas) {
        this.spending = spending;
        this.subscribers = subscribers;
        this.areas = areas;
    }

    @Override
    public String name() {
        return "spend";
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public Right right() {
        return Right.INSIGHT_CHANGE;
    }

    @Override
    public Loading begin(String actor) {
        return new File(areas.all().stream().map(Area::path).collect(Collectors.toSet()));
    }

    /** A line that was understood, before its number has an id. */
    private record Read(Msisdn number, YearMonth month, long fen, Optional<YearMonth> joined, String area) {}

    private final class File implements Loading {

        private final Set<String> paths;

        File(Set<String> paths) {
            this.paths = Set.copyOf(paths);
        }

        @Override
        public List<LineFault> take(List<Line> lines) {
            List<LineFault> faults = new ArrayList<>();
            List<Read> read = new ArrayList<>();
            lines.forEach(line -> read(line, faults).ifPresent(read::add));
            if (faults.isEmpty()) {
                Map<Msisdn, Long> ids =
                        subscribers.idsOf(read.stream().map(Read::number).toList());
                spending.tell(read.stream()
                        .map(one -> new Spending.Bill(
                                id(one.number(), ids), one.month(), one.fen(), one.joined(), one.area()))
                        .toList());
            }
            return faults;
        }

        @Override
        public List<LineFault> finish() {
            return List.of();
        }

        private Optional<Read> read(Line line, List<LineFault> faults) {
            int before = faults.size();
            Optional<Msisdn> number = need(line, 0, Msisdn.parse(line.value(0)), faults);
            Optional<YearMonth> month = need(line, 1, month(line.value(1)), faults);
            Optional<Long> fen = need(line, 2, fen(line.value(2)), faults);
            Optional<YearMonth> joined =
                    line.value(3).isEmpty() ? Optional.empty() : need(line, 3, month(line.value(3)), faults);
            Optional<String> area = need(line, 4, Optional.of(line.value(4)).filter(paths::contains), faults);
            if (faults.size() > before) {
                return Optional.empty();
            }
            if (joined.filter(month.orElseThrow()::isBefore).isPresent()) {
                faults.add(line.fault(COLUMNS.get(3), FAULT + "JOINED_LATER"));
                return Optional.empty();
            }
            return Optional.of(
                    new Read(number.orElseThrow(), month.orElseThrow(), fen.orElseThrow(), joined, area.orElseThrow()));
        }
    }

    /** @throws IllegalStateException where a number got none, so that no bill becomes anybody else's */
    static long id(Msisdn number, Map<Msisdn, Long> ids) {
        return Optional.ofNullable(ids.get(number))
                .orElseThrow(() -> new IllegalStateException("no subscriber has the number " + number));
    }

    private static <T> Optional<T> need(Line line, int column, Optional<T> read, List<LineFault> faults) {
        if (read.isEmpty()) {
            faults.add(line.fault(COLUMNS.get(column), FAULT + COLUMNS.get(column)));
        }
        return read;
    }

    private static Optional<YearMonth> month(String typed) {
        try {
            return typed.matches("(19|20)\\d\\d-\\d\\d") ? Optional.of(YearMonth.parse(typed)) : Optional.empty();
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static Optional<Long> fen(String typed) {
        return typed.matches("-?\\d{1,13}")
                ? Optional.of(Long.parseLong(typed)).filter(fen -> Math.abs(fen) <= Spending.MOST_FEN)
                : Optional.empty();
    }
}
