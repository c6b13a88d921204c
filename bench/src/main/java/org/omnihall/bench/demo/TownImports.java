package org.omnihall.bench.demo;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.util.Locale;
import org.omnihall.hall.intake.ImportReport;
import org.omnihall.hall.intake.Imports;
import org.omnihall.hall.shell.Languages;

/** The imports that an administrator uses, for tables of our own, in which nothing may be wrong. */
public final class TownImports {

    /** Who does what the demo does. */
    static final String ACTOR = "demo";

    private final Imports imports;
    private final Languages languages;

    public TownImports(RunningHall hall) {
        this.imports = hall.bean(Imports.class);
        this.languages = hall.bean(Languages.class);
    }

    /** @throws IllegalStateException with all faults, where the hall refuses a line */
    public void take(String kind, Reader table) throws IOException {
        Imports.Order order =
                new Imports.Order(imports.kind(kind).orElseThrow(), false, ACTOR, languages.in(Locale.ENGLISH));
        StringWriter faults = new StringWriter();
        ImportReport report = imports.run(order, table, faults, lines -> {});
        if (!report.applied()) {
            throw new IllegalStateException(kind + " are refused:\n" + faults);
        }
    }
}
