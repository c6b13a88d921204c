package org.omnihall.hall.node;

import java.io.BufferedReader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

/**
 * One call of a {@link Command}.
 *
 * @param arguments what was typed after the command's name
 * @param directory where the shell stood; files named in arguments are relative to it
 * @param in the shell's standard input: secrets arrive here, a line each
 * @param out the shell's standard output
 * @param err the shell's standard error
 * @param actor who called, as the audit trail names him: {@code shell:USER}
 */
public record CommandCall(
        List<String> arguments, Path directory, BufferedReader in, PrintWriter out, PrintWriter err, String actor) {

    public CommandCall {
        arguments = List.copyOf(arguments);
    }

    /** The file that an argument names. */
    public Path file(String argument) {
        return directory.resolve(argument).normalize();
    }
}
