package org.omnihall.hall.ordering.bill;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
 * it tells stands in the place of what was computed here, and of what it told before; a bill that was paid stays as it is.
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
    private final BillRates rates;
    private final Subscribers subscribers;

    BillImport(BillCycles cycles, BillTable table, BillMaker maker, BillRates rates, Subscribers subscribers) {
        this.cycles = cycles;
        this.table = table;
        this.maker = maker;
        this.rates = rates;
        this.subscribers = subscribers;
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

    /**
     * Which bill a line belongs to.
     *
     * @param cycle the account's, held until all is imported
     */
    private record Of(BillCycle cycle, YearMonth month) {

        /** The period that the account's own cycle would have. */
        BillingPeriod period() {
            return BillingPeriod.holding(month.atDay(cycle.cycleDay()), cycle.cycleDay());
        }
    }

    private final class Reading implements Loading {

        private final Set<String> written = new HashSet<>();
        private Optional<Group> current = Optional.empty();

        @Override
        public List<LineFault> take(List<Line> some) {
            Map<Msisdn, Long> ids = subscribers.idsOf(some.stream()
                    .flatMap(line -> Msisdn.parse(line.value(2)).stream())
                    .distinct()
                    .toList());
            return some.stream().flatMap(line -> take(line, ids).stream()).toList();
        }

        private List<LineFault> take(Line line, Map<Msisdn, Long> ids) {
            Optional<Of> of = of(line);
            if (of.isEmpty()) {
                return List.of(unknown(line));
            }
            List<LineFault> faults = new ArrayList<>();
            if (current.filter(group -> group.of.equals(of.get())).isEmpty()) {
                faults.addAll(finish());
                if (!written.add(of.get().cycle().account() + " " + of.get().month())) {
                    faults.add(line.fault("account", "ordering.bill.fault.APART"));
                    return faults;
                }
                current = Optional.of(new Group(of.get(), line));
            }
            current.ifPresent(group -> group.take(line, ids).ifPresent(faults::add));
            return faults;
        }

        @Override
        public List<LineFault> finish() {
            Optional<LineFault> fault = current.flatMap(Group::write);
            current = Optional.empty();
            return fault.stream().toList();
        }

        private Optional<Of> of(Line line) {
            return line.value(0).matches("\\d{1,18}")
                    ? month(line.value(1))
                            .flatMap(month -> current.map(group -> group.of)
                                    .filter(of -> of.month().equals(month)
                                            && of.cycle().account() == Long.parseLong(line.value(0)))
                                    .or(() -> cycles.enrol(Long.parseLong(line.value(0)))
                                            .flatMap(cycle -> cycles.locked(cycle.account()))
                                            .map(cycle -> new Of(cycle, month))))
                    : Optional.empty();
        }

        private static LineFault unknown(Line line) {
            boolean sound = line.value(0).matches("\\d{1,18}");
            return sound && month(line.value(1)).isPresent()
                    ? line.fault("account", "ordering.bill.fault.ACCOUNT")
                    : line.fault(sound ? "month" : "account", "ordering.bill.fault.KEY");
        }
    }

    /** The lines of one bill; where one of them is wrong, none is written. */
    private final class Group {

        private final Of of;
        private final Line first;
        private final List<BillLine> told = new ArrayList<>();
        private boolean wrong;

        Group(Of of, Line first) {
            this.of = of;
            this.first = first;
        }

        Optional<LineFault> take(Line line, Map<Msisdn, Long> ids) {
            Optional<LineFault> fault = read(line, ids);
            wrong |= fault.isPresent();
            return fault;
        }

        private Optional<LineFault> read(Line line, Map<Msisdn, Long> ids) {
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
            told.add(new BillLine(
                    kind.get(),
                    line.value(4),
                    Optional.empty(),
                    number.map(ids::get),
                    Optional.empty(),
                    quantity.get(),
                    line.value(6),
                    fen.get(),
                    period.from(),
                    period.to(),
                    ""));
            return Optional.empty();
        }

        /** The same bill again changes nothing; one that was paid is replaced by one of the same sum only, which is paid then too. */
        Optional<LineFault> write() {
            List<Bill> before = table.standing(of.cycle().account(), of.month());
            if (wrong || isSame(before)) {
                return Optional.empty();
            }
            long total = told.stream().mapToLong(BillLine::fen).reduce(0, Math::addExact);
            boolean otherSum =
                    total != before.stream().mapToLong(Bill::totalFen).reduce(0, Math::addExact);
            List<Bill> paid = before.stream()
                    .filter(bill -> bill.state() == Bill.State.SETTLED && bill.totalFen() > 0)
                    .toList();
            boolean owed = before.stream().anyMatch(bill -> bill.state() == Bill.State.ISSUED);
            if (!paid.isEmpty() && (otherSum || owed)) {
                return Optional.of(first.fault("yuan", "ordering.bill.fault.SETTLED"));
            }
            if (otherSum) {
                before.forEach(maker::replace);
                maker.write(draft(total, paid));
            } else {
                maker.replace(before, draft(total, paid));
            }
            cycles.forget(of.cycle().account());
            return Optional.empty();
        }

        private boolean isSame(List<Bill> before) {
            return before.size() == 1
                    && before.getFirst().source() == Bill.Source.BOSS
                    && before.getFirst().lines().equals(told);
        }

        /** The bill, to be written over the told lines, which run from here on. */
        private BillTable.Draft draft(long total, List<Bill> paid) {
            List<Keyed> keyed = new ArrayList<>();
            for (int i = 0; i < told.size(); i++) {
                keyed.add(new Keyed("boss " + of.month() + " " + i, told.get(i)));
            }
            rates.putRunning(of.cycle(), keyed);
            return new BillTable.Draft(
                    of.cycle(),
                    of.period(),
                    Bill.Source.BOSS,
                    total,
                    paid.isEmpty()
                            ? Optional.empty()
                            : Optional.of(paid.stream().map(Bill::receipt).collect(Collectors.joining(", "))));
        }
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
