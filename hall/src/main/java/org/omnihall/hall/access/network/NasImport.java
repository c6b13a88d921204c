package org.omnihall.hall.access.network;

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
        return Loading.lineByLine(line -> add(line, actor));
    }

    private List<LineFault> add(Line line, String actor) {
        return switch (registry.add(LineFaults.draft(COLUMNS, line), actor)) {
            case Change.Done<AccessController> done -> List.of();
            case Change.Refused<AccessController> refused -> LineFaults.of(line, refused.problems());
        };
    }
}
