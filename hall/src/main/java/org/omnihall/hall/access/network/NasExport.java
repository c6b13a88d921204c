package org.omnihall.hall.access.network;

import java.util.List;
import java.util.function.Consumer;
import org.omnihall.hall.intake.ExportKind;
import org.omnihall.hall.shell.Right;
import org.springframework.stereotype.Component;

/** {@code export nas}: access controllers without their secrets. */
@Component
class NasExport implements ExportKind {

    private static final List<String> COLUMNS = List.of(
            "name",
            "area",
            "addresses",
            "vendor",
            "dialect",
            "portalPort",
            "coaPort",
            "nasIdentifier",
            "messageAuthenticator");

    private final AccessControllers controllers;

    NasExport(AccessControllers controllers) {
        this.controllers = controllers;
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
        return Right.NETWORK_SEE;
    }

    @Override
    public void rows(String areaPath, Consumer<List<String>> row) {
        controllers.all().stream()
                .filter(ac -> ac.areaPath().startsWith(areaPath))
                .map(ControllerRows::shown)
                .forEach(shown -> row.accept(COLUMNS.stream()
                        .map(column -> shown.getOrDefault(column, ""))
                        .toList()));
    }
}
