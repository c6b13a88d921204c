package org.omnihall.hall.intake;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.omnihall.hall.node.Command;
import org.omnihall.hall.node.CommandCall;
import org.omnihall.hall.shell.Languages;
import org.springframework.stereotype.Component;

/** {@code import KIND FILE.csv [--dry-run]}. */
@Component
class ImportCommand implements Command {

    private final Imports imports;
    private final Languages languages;

    ImportCommand(Imports imports, Languages languages) {
        this.imports = imports;
        this.languages = languages;
    }

    @Override
    public String name() {
        return "import";
    }

    @Override
    public String usage() {
        return "KIND FILE.csv [--dry-run]\nLoads a table, all of it or nothing. Kinds: "
                + String.join(
                        ", ", imports.kinds().stream().map(ImportKind::name).toList());
    }

    @Override
    public int run(CommandCall call) throws IOException {
        boolean dryRun = call.arguments().contains("--dry-run");
        if (call.arguments().size() != (dryRun ? 3 : 2)) {
            call.err().println("usage: import " + usage());
            return 2;
        }
        Optional<ImportKind> kind = imports.kind(call.arguments().get(0));
        Path file = call.file(call.arguments().get(1));
        if (kind.isEmpty() || !Files.isRegularFile(file)) {
            call.err().println(kind.isEmpty() ? "There is no such kind. " + usage() : "There is no file " + file);
            return 2;
        }
        StringWriter errors = new StringWriter();
        Imports.Order order = new Imports.Order(kind.get(), dryRun, call.actor(), languages.in(Locale.ENGLISH));
        try (Reader in = Files.newBufferedReader(file)) {
            ImportReport report = imports.run(order, in, errors, lines -> {});
            return tell(report, errors.toString(), call);
        }
    }

    private static int tell(ImportReport report, String errors, CommandCall call) {
        if (!report.clean()) {
            call.err().print(errors);
            call.err().println(report.faults() + " faults in " + report.lines() + " lines: nothing was imported");
            return 1;
        }
        call.out().println(report.lines() + (report.applied() ? " lines imported" : " lines are good (dry run)"));
        return 0;
    }
}
