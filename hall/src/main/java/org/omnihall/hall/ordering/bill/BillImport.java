package org.omnihall.hall.ordering.bill;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.omnihall.hall.intake.ImportKind;
import org.omnihall.hall.ordering.Bill;
import org.omnihall.hall.ordering.BillLine;
import org.omnihall.hall.ordering.bill.BillRules.Keyed;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.party.Subscribers;
import org.omnihall.hall.shell.Right;
import org.springframework.stereotype.Component;

/**
 * Bills as the business support system computed them: one line of a bill a line of the file, those of one account and month together. What
 * it tells stands in the place of what was computed here.
 */
@Component
class BillImport implements ImportKind {

    private static final List<String> COLUMNS =
            List.of("account", "month", "number", "kind", "offering", "quantity", "unit", "yuan");
    private static final Set<BillLine.Kind> TOLD = Set.of(
            BillLine.Kind.MONTHLY,
            BillLine.Kind.ONE_TIME,
            BillLine.Kind.USAGE,
            BillLine.Kind.FOR_MEMBER,
            BillLine.Kind.CORRECTION);

    private final BillCycles cycles;
    private final BillTable table;
    private final BillMaker maker;
    private final Subscribers subscribers;
    private final BillSettings settings;

    BillImport(BillCycles cycles, BillTable table, BillMaker maker, Subscribers subscribers, BillSettings settings) {
        this.cycles = cycles;
        this.table = table;
        this.maker = maker;
        this.subscribers = subscribers;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "bills";
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public Right right() {
        return Right.ORDER_CHANGE;
    }

    @Override
    public Loading begin(String actor) {
        return new Reading();
    }

    /** Which bill a line belongs to. */
    private record Of(BillCycle cycle, YearMonth month) {

        /** The period that the account's own cycle would have. */
        BillingPeriod period() {
            return BillingPeriod.holding(month.atDay(cycle.cycleDay()), cycle.cycleDay());
        }
    }

    private final class Reading implements Loading {

        private final Set<String> written = new HashSet<>();
        private final List<BillLine> lines = new ArrayList<>();
        private Optional<Of> current = Optional.empty();

        @Override
        public List<LineFault> take(List<Line> some) {
            return some.stream().flatMap(line -> take(line).stream()).toList();
        }

        private Optional<LineFault> take(Line line) {
            Optional<Of> of = of(line);
            if (of.isEmpty()) {
                boolean sound = line.value(0).matches("\\d{1,18}");
                return Optional.of(
                        sound && month(line.value(1)).isPresent()
                                ? line.fault("account", "ordering.bill.fault.ACCOUNT")
                                : line.fault(sound ? "month" : "account", "ordering.bill.fault.KEY"));
            }
            if (!of.equals(current)) {
                write();
                if (!written.add(of.get().cycle().account() + " " + of.get().month())) {
                    return Optional.of(line.fault("account", "ordering.bill.fault.APART"));
                }
                current = of;
            }
            return read(line, of.get());
        }

        @Override
        public List<LineFault> finish() {
            write();
            return List.of();
        }

        private void write() {
            current.ifPresent(of -> BillImport.this.write(of, lines));
            lines.clear();
            current = Optional.empty();
        }

        private Optional<LineFault> read(Line line, Of of) {
            Optional<Msisdn> number = Msisdn.parse(line.value(2));
            if (!line.value(2).isEmpty() && number.isEmpty()) {
                return Optional.of(line.fault("number", "ordering.bill.fault.NUMBER"));
            }
            Optional<BillLine.Kind> kind = TOLD.stream()
                    .filter(one -> one.name().equalsIgnoreCase(line.value(3)))
                    .findFirst();
            if (kind.isEmpty()) {
                return Optional.of(line.fault("kind", "ordering.bill.fault.KIND"));
            }
            Optional<Long> quantity = line.value(5).matches("\\d{0,12}")
                    ? Optional.of(line.value(5).isEmpty() ? 1L : Long.parseLong(line.value(5)))
                    : Optional.empty();
            Optional<Long> fen = fen(line.value(7), kind.get() == BillLine.Kind.CORRECTION);
            if (quantity.isEmpty()
                    || fen.isEmpty()
                    || line.value(4).length() > 100
                    || line.value(6).length() > 40) {
                return Optional.of(line.fault(fen.isEmpty() ? "yuan" : "quantity", "ordering.bill.fault.AMOUNT"));
            }
            BillingPeriod period = of.period();
            lines.add(new BillLine(
                    kind.get(),
                    line.value(4),
                    Optional.empty(),
                    number.map(subscribers::idOf),
                    Optional.empty(),
                    quantity.get(),
                    line.value(6),
                    fen.get(),
                    period.from(),
                    period.to(),
                    ""));
            return Optional.empty();
        }

        private Optional<Of> of(Line line) {
            return line.value(0).matches("\\d{1,18}")
                    ? month(line.value(1))
                            .flatMap(month -> current.filter(of -> of.month().equals(month)
                                            && of.cycle().account() == Long.parseLong(line.value(0)))
                                    .or(() -> cycles.enrol(Long.parseLong(line.value(0)))
                                            .map(cycle -> new Of(cycle, month))))
                    : Optional.empty();
        }
    }

    /** The same bill again changes nothing. */
    private void write(Of of, List<BillLine> told) {
        BillCycle cycle = of.cycle();
        Optional<Bill> before = table.of(cycle.account(), of.month());
        boolean same = before.filter(bill ->
                        bill.source() == Bill.Source.BOSS && bill.lines().equals(told))
                .isPresent();
        if (same) {
            return;
        }
        before.ifPresent(bill -> table.putState(bill.id(), Bill.State.REPLACED, ""));
        List<Keyed> keyed = new ArrayList<>();
        for (int i = 0; i < told.size(); i++) {
            keyed.add(new Keyed("boss " + of.month() + " " + i, told.get(i)));
        }
        table.putRunning(cycle, keyed);
        maker.write(new BillTable.Draft(
                cycle,
                of.period(),
                of.period().to().plusDays(settings.dueDays() - 1L),
                Bill.Source.BOSS,
                told.stream().mapToLong(BillLine::fen).reduce(0, Math::addExact)));
        cycles.forget(cycle.account());
    }

    private static Optional<YearMonth> month(String text) {
        try {
            return text.matches("20\\d\\d-\\d\\d") ? Optional.of(YearMonth.parse(text)) : Optional.empty();
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /** Yuan in fen; only a correction may take off. */
    private static Optional<Long> fen(String yuan, boolean below) {
        return yuan.matches(below ? "-?\\d{1,12}(\\.\\d{1,2})?" : "\\d{1,12}(\\.\\d{1,2})?")
                ? Optional.of(new BigDecimal(yuan).movePointRight(2).longValueExact())
                : Optional.empty();
    }
}
