package org.omnihall.hall.access.network;

import java.util.ArrayList;
import java.util.List;
import org.omnihall.hall.intake.ImportKind;
import org.omnihall.hall.shell.Right;
import org.springframework.stereotype.Component;

/** {@code import nas}: registers access controllers, with the fields of {@link ControllerForm}. */
@Component
class NasImport implements ImportKind {

    private static final List<String> COLUMNS = List.of(
            "name",
            "area",
            "addresses",
            "vendor",
            "dialect",
            "radiusSecret",
            "portalSecret",
            "portalPort",
            "coaPort",
            "nasIdentifier");

    private final ControllerRegistry registry;

    NasImport(ControllerRegistry registry) {
        this.registry = registry;
    }

    @Override
    public String name() {
        return "nas";
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public Right right() {
        return Right.NETWORK_CHANGE;
    }

    @Override
    public Loading begin(String actor) {
        return new File(actor);
    }

    private final class File implements Loading {

        private final String actor;

        File(String actor) {
            this.actor = actor;
        }

        @Override
        public List<LineFault> take(List<Line> lines) {
            List<LineFault> faults = new ArrayList<>();
            for (Line line : lines) {
                if (registry.add(LineFaults.draft(COLUMNS, line), actor)
                        instanceof Change.Refused<AccessController> refused) {
                    faults.addAll(LineFaults.of(line, refused.problems()));
                }
            }
            return faults;
        }

        @Override
        public List<LineFault> finish() {
            return List.of();
        }
    }
}
