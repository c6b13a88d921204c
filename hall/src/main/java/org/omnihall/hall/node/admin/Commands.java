package org.omnihall.hall.node.admin;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.omnihall.hall.audit.AuditTrail;
import org.omnihall.hall.node.Command;
import org.omnihall.hall.node.CommandCall;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All commands of the hall: finds the one that was typed, writes down who called it and runs it. */
public final class Commands {

    private static final int NOT_UNDERSTOOD = 2;
    private static final int FAILED = 1;
    private static final Logger LOG = LoggerFactory.getLogger(Commands.class);

    private final List<Command> commands;
    private final AuditTrail audit;

    public Commands(Stream<Command> commands, AuditTrail audit) {
        this.commands = commands.sorted(Comparator.comparing(Command::name)).toList();
        this.audit = audit;
    }

    int run(CommandCall call) throws IOException {
        Optional<Command> found = commands.stream()
                .filter(command -> startsWith(call.arguments(), words(command)))
                .max(Comparator.comparingInt(command -> words(command).size()));
        if (found.isEmpty()) {
            list(call);
            return NOT_UNDERSTOOD;
        }
        return run(found.get(), call);
    }

    private int run(Command command, CommandCall call) throws IOException {
        int skipped = words(command).size();
        List<String> rest = call.arguments().subList(skipped, call.arguments().size());
        audit.record(call.actor(), "shell." + command.name().replace(' ', '.'), "node", String.join(" ", rest));
        try {
            int status = command.run(
                    new CommandCall(rest, call.directory(), call.in(), call.out(), call.err(), call.actor()));
            if (status == NOT_UNDERSTOOD) {
                call.err().println("Usage: ./omnihall " + command.name() + " " + command.usage());
            }
            return status;
        } catch (IllegalArgumentException refused) {
            call.err().println(refused.getMessage());
            return FAILED;
        } catch (RuntimeException failed) {
            LOG.error("The command {} failed", command.name(), failed);
            call.err().println("Failed: " + failed.getMessage() + " (more in the hall's log)");
            return FAILED;
        }
    }

    private void list(CommandCall call) {
        call.err().println("Not a command: " + String.join(" ", call.arguments()) + ". The hall knows:");
        commands.forEach(command -> call.err().println("  ./omnihall " + command.name() + " " + command.usage()));
    }

    private static List<String> words(Command command) {
        return List.of(command.name().split(" "));
    }

    private static boolean startsWith(List<String> typed, List<String> words) {
        return typed.size() >= words.size() && typed.subList(0, words.size()).equals(words);
    }
}
