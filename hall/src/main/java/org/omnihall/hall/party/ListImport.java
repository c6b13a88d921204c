package org.omnihall.hall.party;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.omnihall.hall.intake.ImportKind;
import org.omnihall.hall.shell.Right;
import org.springframework.stereotype.Component;

/**
 * {@code import number-list}: numbers that are served or refused whatever the number plan says; a list of {@code allow} or {@code
 * deny}, or nothing to take the number off both.
 */
@Component
class ListImport implements ImportKind {

    static final List<String> COLUMNS = List.of("number", "list", "reason");

    private static final int LONGEST_REASON = 200;

    private final SpecialNumbersInBulk numbers;

    ListImport(SpecialNumbersInBulk numbers) {
        this.numbers = numbers;
    }

    @Override
    public String name() {
        return "number-list";
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public Right right() {
        return Right.NUMBER_PLAN_CHANGE;
    }

    @Override
    public Loading begin(String actor) {
        return new File(actor);
    }

    private final class File implements Loading {

        private final String actor;
        private final NumbersSeen seen = new NumbersSeen();

        File(String actor) {
            this.actor = actor;
        }

        @Override
        public List<LineFault> take(List<Line> lines) {
            List<LineFault> faults = new ArrayList<>();
            List<SpecialNumbersInBulk.Entry> entries = new ArrayList<>(lines.size());
            for (Line line : lines) {
                Optional<Msisdn> number = Msisdn.parse(line.value(0));
                Optional<NumberList> list = NumberList.named(line.value(1));
                if (number.isEmpty()) {
                    faults.add(line.fault("number", "party.numbers.fault.NUMBER"));
                } else if (!seen.isNew(number.get())) {
                    faults.add(line.fault("number", "party.numbers.fault.TWICE"));
                } else if (list.isEmpty() && !line.value(1).isEmpty()) {
                    faults.add(line.fault("list", "party.numbers.fault.LIST"));
                } else if (line.value(2).length() > LONGEST_REASON) {
                    faults.add(line.fault("reason", "intake.fault.TOO_LONG"));
                } else {
                    entries.add(new SpecialNumbersInBulk.Entry(number.get(), list, line.value(2)));
                }
            }
            numbers.list(entries, actor);
            return faults;
        }

        @Override
        public List<LineFault> finish() {
            return List.of();
        }
    }
}
