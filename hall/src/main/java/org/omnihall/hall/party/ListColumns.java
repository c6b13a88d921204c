package org.omnihall.hall.party;

import java.util.List;
import java.util.Optional;
import org.omnihall.hall.intake.ImportKind.Line;
import org.omnihall.hall.intake.ImportKind.LineFault;
import org.omnihall.hall.party.SpecialNumbersInBulk.Entry;

/**
 * {@code import number-list}: numbers that are served or refused whatever the number plan says; a list of {@code allow} or {@code deny}, or
 * nothing to take the number off both.
 */
record ListColumns(SpecialNumbersInBulk numbers) implements NumberImport.Known<Entry> {

    static final List<String> COLUMNS = List.of("number", "list", "reason");

    @Override
    public String name() {
        return "number-list";
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public Optional<LineFault> fault(Line line) {
        if (!line.value(1).isEmpty() && NumberList.named(line.value(1)).isEmpty()) {
            return Optional.of(line.fault("list", "party.numbers.fault.LIST"));
        }
        return line.value(2).length() > SpecialNumbers.LONGEST_REASON
                ? Optional.of(line.fault("reason", "intake.fault.TOO_LONG"))
                : Optional.empty();
    }

    @Override
    public Entry read(Msisdn msisdn, Line line) {
        return new Entry(msisdn, NumberList.named(line.value(1)), line.value(2));
    }

    @Override
    public void write(List<Entry> known, String actor) {
        numbers.list(known, actor);
    }
}
