package org.omnihall.bench.measure;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** A million network accounts from a CSV file, by the command that an operator types. */
final class ImportBench {

    private static final int ACCOUNTS = 1_000_000;

    private ImportBench() {}

    static void run(Path root, Figures figures) throws IOException, InterruptedException {
        Path home = Files.createTempDirectory("import");
        Path file = home.resolve("accounts.csv");
        write(file);
        try (LaunchedHall hall = LaunchedHall.start(root, home, "run")) {
            time(figures, "dry run", hall, file, "--dry-run");
            time(figures, "import (limit 180 s)", hall, file);
            time(figures, "the same file once more", hall, file);
            long kept = hall.tell("export", "accounts").lines().count() - 1;
            figures.add("accounts exported afterwards", "%,d".formatted(kept));
        }
        FileSystemUtils.deleteRecursively(home);
    }

    private static void time(Figures figures, String what, LaunchedHall hall, Path file, String... options)
            throws IOException, InterruptedException {
        String[] command = new String[3 + options.length];
        command[0] = "import";
        command[1] = "accounts";
        command[2] = file.toString();
        System.arraycopy(options, 0, command, 3, options.length);
        long began = System.nanoTime();
        hall.tell(command);
        figures.add(what + ", %,d accounts".formatted(ACCOUNTS), "%.1f s".formatted((System.nanoTime() - began) / 1e9));
    }

    private static void write(Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("name,password,profile,valid_until\n");
            for (int i = 0; i < ACCOUNTS; i++) {
                out.write("home%07d,Passw0rd-%07d,standard,2027-12-31\n".formatted(i, i * 7919L % ACCOUNTS));
            }
        }
    }
}
