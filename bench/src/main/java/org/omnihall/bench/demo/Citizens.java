package org.omnihall.bench.demo;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.omnihall.bench.city.CityFiles;
import org.omnihall.bench.city.CityPlan;
import org.omnihall.hall.intake.ImportReport;
import org.omnihall.hall.intake.Imports;
import org.omnihall.hall.shell.Languages;

/** Fills the demo with the people, companies and channels of a small made-up city, by the imports that an administrator uses. */
final class Citizens {

    private static final String ACTOR = "demo";

    private final Imports imports;
    private final Languages languages;
    private final Path directory;

    /** @param directory for the files; what lies there was imported before */
    Citizens(RunningHall hall, Path directory) {
        this.imports = hall.bean(Imports.class);
        this.languages = hall.bean(Languages.class);
        this.directory = directory;
    }

    boolean moveIn(CityPlan plan) throws IOException {
        Path done = directory.resolve("imported");
        if (Files.exists(done)) {
            return false;
        }
        for (CityFiles.File file : CityFiles.write(plan, directory)) {
            load(file);
        }
        Files.createFile(done);
        return true;
    }

    private void load(CityFiles.File file) throws IOException {
        Imports.Order order =
                new Imports.Order(imports.kind(file.kind()).orElseThrow(), false, ACTOR, languages.in(Locale.ENGLISH));
        StringWriter faults = new StringWriter();
        try (Reader in = Files.newBufferedReader(file.path())) {
            ImportReport report = imports.run(order, in, faults, lines -> {});
            if (!report.applied()) {
                throw new IllegalStateException("the city is refused: " + file.kind() + "\n" + faults);
            }
        }
    }
}
