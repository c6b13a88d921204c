package org.omnihall.hall.intake;

import java.io.IOException;
import java.util.Optional;
import org.omnihall.hall.node.Command;
import org.omnihall.hall.node.CommandCall;
import org.springframework.stereotype.Component;

/** {@code export KIND}: writes the table of the whole operator to standard output. */
@Component
class ExportCommand implements Command {

    private final Exports exports;

    ExportCommand(Exports exports) {
        this.exports = exports;
    }

    @Override
    public String name() {
        return "export";
    }

    @Override
    public String usage() {
        return "KIND\nWrites a table as CSV. Kinds: "
                + String.join(
                        ", ", exports.kinds().stream().map(ExportKind::name).toList());
    }

    @Override
    public int run(CommandCall call) throws IOException {
        Optional<ExportKind> kind =
                call.arguments().size() == 1 ? exports.kind(call.arguments().getFirst()) : Optional.empty();
        if (kind.isEmpty()) {
            call.err().println("usage: export " + usage());
            return 2;
        }
        exports.run(kind.get(), "/", call.actor(), call.out());
        return 0;
    }
}
