package org.omnihall.hall.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.zip.ZipException;
import org.omnihall.hall.audit.AuditTrail;
import org.omnihall.hall.node.Command;
import org.omnihall.hall.node.CommandCall;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.stereotype.Component;

/**
 * {@code restore FILE --replace}: what a backup holds, in the place of all that the hall holds. The hall ends afterwards, for its memory is of what was
 * there before.
 */
@Component
class RestoreCommand implements Command {

    private static final String REPLACE = "--replace";

    private final Restore restore;
    private final AuditTrail audit;
    private final ConfigurableApplicationContext hall;

    RestoreCommand(Restore restore, AuditTrail audit, ConfigurableApplicationContext hall) {
        this.restore = restore;
        this.audit = audit;
        this.hall = hall;
    }

    @Override
    public String name() {
        return "restore";
    }

    @Override
    public String usage() {
        return "FILE --replace\nPuts a backup in the place of all that the hall holds, whole or not at all, and ends the hall: start it again then."
                + " Stop its other nodes before.";
    }

    @Override
    public int run(CommandCall call) throws IOException {
        List<String> arguments = call.arguments();
        if (arguments.size() != 2 || !arguments.contains(REPLACE)) {
            return 2;
        }
        Path file = call.file(arguments.getFirst().equals(REPLACE) ? arguments.getLast() : arguments.getFirst());
        if (!Files.isRegularFile(file)) {
            call.err().println("There is no file " + file);
            return 2;
        }
        try {
            tell(call, file, restore.read(file, table -> BackupCommand.tell(call, table)));
            return 0;
        } catch (Restore.Unfit unfit) {
            call.err().println(unfit.getMessage());
        } catch (ZipException broken) {
            call.err().println("The file is no backup, or not whole: " + broken.getMessage());
        } catch (Restore.Unknown unknown) {
            call.err()
                    .println(
                            "The database did not say whether all is restored, or nothing: start the hall again and look.");
            end();
        } catch (SQLException failed) {
            call.err().println("Nothing was changed: " + failed.getMessage());
        }
        return 1;
    }

    /** It ends whatever comes: its memory is of what was there before. */
    private void tell(CommandCall call, Path file, Manifest manifest) {
        try {
            audit.record(call.actor(), "backup.restore", "backup", file + " of " + manifest.taken());
            call.out().println(BackupCommand.said(manifest) + ", as of " + manifest.taken());
            call.out().println("The hall ends now: start it again.");
        } finally {
            end();
        }
    }

    /** Once this call is answered. */
    private void end() {
        Thread.ofPlatform().name("ends-after-restore").start(hall::close);
    }
}
