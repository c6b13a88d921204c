package org.omnihall.hall.party.load;

import java.util.Optional;
import org.omnihall.hall.intake.ImportKind.Line;
import org.omnihall.hall.intake.ImportKind.LineFault;
import org.omnihall.hall.party.Change;
import org.omnihall.hall.party.Change.Reason;

/** Why a door refused a line, as a fault of a column. */
final class Faults {

    private Faults() {}

    static Optional<LineFault> of(Line line, String column, Change<?> change) {
        return switch (change) {
            case Change.Done<?> done -> Optional.empty();
            case Change.Refused<?> refused -> Optional.of(of(line, column, refused.reason()));
        };
    }

    static LineFault of(Line line, String column, Reason reason) {
        return line.fault(column, "party.refused." + reason.name());
    }
}
