package org.omnihall.hall.party;

import java.util.List;
import java.util.Optional;
import org.omnihall.hall.intake.ImportKind.Line;
import org.omnihall.hall.intake.ImportKind.LineFault;
import org.omnihall.hall.party.SpecialNumbersInBulk.Port;

/**
 * {@code import ported-numbers}: by whom numbers are served that were taken along to another operator; an empty operator brings a number
 * back to the one it was given out to.
 */
record PortedColumns(SpecialNumbersInBulk numbers) implements NumberImport.Known<Port> {

    static final List<String> COLUMNS = List.of("number", "operator");

    @Override
    public String name() {
        return "ported-numbers";
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public Optional<LineFault> fault(Line line) {
        return line.value(1).isEmpty() || Operator.named(line.value(1)).isPresent()
                ? Optional.empty()
                : Optional.of(line.fault("operator", "party.segments.fault.OPERATOR"));
    }

    @Override
    public Port read(Msisdn msisdn, Line line) {
        return new Port(msisdn, Operator.named(line.value(1)));
    }

    @Override
    public void write(List<Port> known, String actor) {
        numbers.port(known, actor);
    }
}
