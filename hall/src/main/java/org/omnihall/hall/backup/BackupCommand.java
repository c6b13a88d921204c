package org.omnihall.hall.backup;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.omnihall.hall.audit.AuditTrail;
import org.omnihall.hall.node.Command;
import org.omnihall.hall.node.CommandCall;
import org.omnihall.octets.Octets;
import org.springframework.stereotype.Component;

/** {@code backup FILE}: all that the hall knows, in a file, while it works. */
@Component
class BackupCommand implements Command {

    private static final long WORTH_A_LINE = 100_000;

    private final Backup backup;
    private final AuditTrail audit;

    BackupCommand(Backup backup, AuditTrail audit) {
        this.backup = backup;
        this.audit = audit;
    }

    @Override
    public String name() {
        return "backup";
    }

    @Override
    public String usage() {
        return "FILE\nWrites all that the database holds into a file, as of one moment, while the hall works. The keys of its secrets are not in it:"
                + " keep vault.keys apart, in a copy.";
    }

    @Override
    public int run(CommandCall call) throws IOException {
        if (call.arguments().size() != 1) {
            return 2;
        }
        Path file = call.file(call.arguments().getFirst());
        try {
            Manifest manifest = backup.write(file, table -> tell(call, table));
            audit.record(call.actor(), "backup.write", "backup", file + ", " + manifest.rows() + " rows");
            call.out().printf("%s; %,d octets%n", said(manifest), Files.size(file));
            return 0;
        } catch (FileAlreadyExistsException taken) {
            call.err().println("There is a file " + file + " already: none is written over. Name another.");
        } catch (SQLException failed) {
            call.err().println("Nothing was written: " + failed.getMessage());
        }
        return 1;
    }

    /** The same for the same rows. */
    static String said(Manifest manifest) {
        String content = String.join(
                "\n",
                manifest.content().entrySet().stream()
                        .map(table -> table.getKey() + " " + table.getValue())
                        .toList());
        return "%,d rows of %d tables, SHA-256 %s"
                .formatted(
                        manifest.rows(),
                        manifest.tables().size(),
                        Octets.ofText(content).sha256().toHex());
    }

    /** So that who waits sees that it goes on. */
    static void tell(CommandCall call, Manifest.Table table) {
        if (table.rows() >= WORTH_A_LINE) {
            call.out().printf("%s: %,d rows%n", table.name(), table.rows());
            call.out().flush();
        }
    }
}
