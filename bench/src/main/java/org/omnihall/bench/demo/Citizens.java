package org.omnihall.bench.demo;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.omnihall.bench.city.CityFiles;
import org.omnihall.bench.city.CityPlan;

/** Fills the demo with the people, companies and channels of a small made-up city, by the imports that an administrator uses. */
final class Citizens {

    private final TownImports imports;
    private final Path directory;

    /** @param directory for the files; what lies there was imported before */
    Citizens(RunningHall hall, Path directory) {
        this.imports = new TownImports(hall);
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
        try (Reader table = Files.newBufferedReader(file.path())) {
            imports.take(file.kind(), table);
        }
    }
}
