package org.omnihall.hall.party;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.omnihall.hall.node.Command;
import org.omnihall.hall.node.CommandCall;
import org.omnihall.octets.Octets;
import org.springframework.stereotype.Component;

/** {@code number-plan load FILE [--dry-run]}: the binary phone.dat, which no CSV import can read. */
@Component
class PhoneDatCommand implements Command {

    private static final long LARGEST = 64 << 20;

    private final NumberPlans plans;

    PhoneDatCommand(NumberPlans plans) {
        this.plans = plans;
    }

    @Override
    public String name() {
        return "number-plan load";
    }

    @Override
    public String usage() {
        return "phone.dat [--dry-run]\nLays a phone.dat over the number plan in use. A CSV goes in by: import number-segments";
    }

    @Override
    public int run(CommandCall call) throws IOException {
        boolean dryRun = call.arguments().contains("--dry-run");
        if (call.arguments().size() != (dryRun ? 2 : 1)) {
            call.err().println("usage: number-plan load " + usage());
            return 2;
        }
        Path file = call.file(call.arguments().getFirst());
        if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
            call.err().println("There is no file of at most 64 MB at " + file);
            return 2;
        }
        try {
            return tell(plans.takePhoneDat(Octets.of(Files.readAllBytes(file)), dryRun, call.actor()), call);
        } catch (BadSegments bad) {
            call.err().println(bad.getMessage() + ": nothing was loaded");
            return 1;
        }
    }

    private static int tell(NumberPlans.Outcome outcome, CommandCall call) {
        call.out()
                .println(outcome.rows() + " segments read, " + outcome.changed() + " answered differently; "
                        + outcome.version()
                                .map(version -> "version " + version + " is in use")
                                .orElse("nothing done (dry run)"));
        return 0;
    }
}
