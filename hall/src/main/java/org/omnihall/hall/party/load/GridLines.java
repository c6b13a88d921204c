package org.omnihall.hall.party.load;

import java.util.List;
import java.util.Optional;
import org.omnihall.hall.intake.ImportKind.Line;
import org.omnihall.hall.intake.ImportKind.LineFault;
import org.omnihall.hall.party.Change;
import org.omnihall.hall.party.Change.Reason;
import org.omnihall.hall.party.Grid;
import org.omnihall.hall.party.Grids;
import org.springframework.stereotype.Component;

/**
 * {@code import grids}: a line adds a grid of an Area, or gives the one of this name there, with all its companies, to another manager. The
 * manager is the login of a member of the staff.
 */
@Component
class GridLines implements LineByLine.Lines {

    static final List<String> COLUMNS = List.of("area", "name", "manager");

    private static final int AREA = 0;
    private static final int NAME = 1;
    private static final int MANAGER = 2;

    private final Grids grids;

    GridLines(Grids grids) {
        this.grids = grids;
    }

    @Override
    public Optional<LineFault> write(Line line, String actor) {
        Grids.Draft draft = new Grids.Draft(line.value(AREA), line.value(NAME), line.value(MANAGER));
        Optional<Grid> known = grids.named(draft.name(), draft.areaPath())
                .flatMap(grids::find)
                .filter(grid -> grid.areaPath().equals(draft.areaPath()));
        if (known.isEmpty()) {
            return fault(line, grids.add(draft, actor));
        }
        return known.get().manager().equals(draft.manager())
                ? Optional.empty()
                : fault(line, grids.reassign(known.get().id(), draft.manager(), actor));
    }

    private static Optional<LineFault> fault(Line line, Change<Grid> change) {
        return switch (change) {
            case Change.Done<Grid> done -> Optional.empty();
            case Change.Refused<Grid> refused ->
                Optional.of(Faults.of(line, COLUMNS.get(column(refused.reason())), refused.reason()));
        };
    }

    private static int column(Reason reason) {
        return switch (reason) {
            case UNKNOWN_AREA -> AREA;
            case BAD_MANAGER, NO_MANAGER -> MANAGER;
            default -> NAME;
        };
    }
}
