package org.omnihall.hall.party;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.omnihall.hall.intake.ImportKind;
import org.omnihall.hall.shell.Right;
import org.springframework.stereotype.Component;

/**
 * {@code import ported-numbers}: by whom numbers are served that were taken along to another operator; an empty operator
 * brings a number back to the one it was given out to.
 */
@Component
class PortedImport implements ImportKind {

    static final List<String> COLUMNS = List.of("number", "operator");

    private final SpecialNumbersInBulk numbers;

    PortedImport(SpecialNumbersInBulk numbers) {
        this.numbers = numbers;
    }

    @Override
    public String name() {
        return "ported-numbers";
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
            List<SpecialNumbersInBulk.Port> ports = new ArrayList<>(lines.size());
            for (Line line : lines) {
                Optional<Msisdn> number = Msisdn.parse(line.value(0));
                Optional<Operator> operator = Operator.named(line.value(1));
                if (number.isEmpty()) {
                    faults.add(line.fault("number", "party.numbers.fault.NUMBER"));
                } else if (!seen.isNew(number.get())) {
                    faults.add(line.fault("number", "party.numbers.fault.TWICE"));
                } else if (operator.isEmpty() && !line.value(1).isEmpty()) {
                    faults.add(line.fault("operator", "party.segments.fault.OPERATOR"));
                } else {
                    ports.add(new SpecialNumbersInBulk.Port(number.get(), operator));
                }
            }
            numbers.port(ports, actor);
            return faults;
        }

        @Override
        public List<LineFault> finish() {
            return List.of();
        }
    }
}
