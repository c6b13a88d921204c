package org.omnihall.hall.party;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.omnihall.hall.intake.ImportKind;
import org.omnihall.hall.shell.Right;

/** An import of single numbers with something to know of each; a file names a number once. */
final class NumberImport<T> implements ImportKind {

    /** What is to be known. */
    interface Known<T> {

        String name();

        /** The first is the number. */
        List<String> columns();

        /** What is wrong with the other columns of a line. */
        Optional<LineFault> fault(Line line);

        /** What a line without a fault says of its number. */
        T read(Msisdn msisdn, Line line);

        void write(List<T> known, String actor);
    }

    private final Known<T> known;

    NumberImport(Known<T> known) {
        this.known = known;
    }

    @Override
    public String name() {
        return known.name();
    }

    @Override
    public List<String> columns() {
        return known.columns();
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
            List<T> read = new ArrayList<>(lines.size());
            for (Line line : lines) {
                Optional<Msisdn> number = Msisdn.parse(line.value(0));
                fault(number, line)
                        .ifPresentOrElse(faults::add, () -> read.add(known.read(number.orElseThrow(), line)));
            }
            known.write(read, actor);
            return faults;
        }

        private Optional<LineFault> fault(Optional<Msisdn> number, Line line) {
            if (number.isEmpty()) {
                return Optional.of(line.fault("number", "party.numbers.fault.NUMBER"));
            }
            return seen.isNew(number.get())
                    ? known.fault(line)
                    : Optional.of(line.fault("number", "party.numbers.fault.TWICE"));
        }

        @Override
        public List<LineFault> finish() {
            return List.of();
        }
    }
}
