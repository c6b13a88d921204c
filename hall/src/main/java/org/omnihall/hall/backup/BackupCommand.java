package org.omnihall.hall.backup;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.omnihall.hall.audit.AuditTrail;
import org.omnihall.hall.node.Command;
import org.omnihall.hall.node.CommandCall;
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
                + " keep a copy of vault.keys apart.";
    }

    @Override
    public int run(CommandCall call) throws IOException {
        if (call.arguments().size() != 1) {
            call.err().println("usage: backup " + usage());
            return 2;
        }
        Path file = call.file(call.arguments().getFirst());
        try {
            Manifest manifest = backup.write(file, table -> tell(call, table));
            audit.record(call.actor(), "backup.write", "backup", file + ", " + manifest.rows() + " rows");
            call.out()
                    .printf(
                            "%,d rows of %d tables, %,d octets%n",
                            manifest.rows(), manifest.tables().size(), Files.size(file));
            return 0;
        } catch (FileAlreadyExistsException taken) {
            call.err().println("There is a file " + file + " already: none is written over. Name another.");
        } catch (SQLException failed) {
            call.err().println("Nothing was written: " + failed.getMessage());
        }
        return 1;
    }

    /** So that who waits sees that it goes on. */
    static void tell(CommandCall call, Manifest.Table table) {
        if (table.rows() >= WORTH_A_LINE) {
            call.out().printf("%s: %,d rows%n", table.name(), table.rows());
            call.out().flush();
        }
    }
}
