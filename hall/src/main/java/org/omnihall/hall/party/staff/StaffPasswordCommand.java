package org.omnihall.hall.party.staff;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.omnihall.hall.node.Command;
import org.omnihall.hall.node.CommandCall;
import org.springframework.stereotype.Component;

/** {@code staff password LOGIN --password-stdin}: a one-time password that must be changed at the next sign-in. */
@Component
class StaffPasswordCommand implements Command {

    private static final String FROM_INPUT = "--password-stdin";

    private final Staff staff;
    private final StaffDesk desk;

    StaffPasswordCommand(Staff staff, StaffDesk desk) {
        this.staff = staff;
        this.desk = desk;
    }

    @Override
    public String name() {
        return "staff password";
    }

    @Override
    public String usage() {
        return "LOGIN --password-stdin\nSets a password, read from standard input, that must be changed at the next sign-in.";
    }

    @Override
    public int run(CommandCall call) throws IOException {
        List<String> plain = call.arguments().stream()
                .filter(argument -> !argument.equals(FROM_INPUT))
                .toList();
        if (plain.size() != 1 || call.arguments().size() != 2) {
            call.err().println("usage: staff password " + usage());
            return 2;
        }
        String login = plain.getFirst();
        String line = call.in().readLine();
        String password = line == null ? "" : line;
        Optional<String> mistake = staff.find(login).isEmpty()
                ? Optional.of("There is nobody with the login " + login)
                : Passwords.faultOf(password, login).map(StaffPasswordCommand::said);
        mistake.ifPresentOrElse(call.err()::println, () -> {
            desk.setPassword(login, password, call.actor());
            call.out().println("the password of " + login + " is set; it must be changed at the next sign-in");
        });
        return mistake.isPresent() ? 1 : 0;
    }

    private static String said(Passwords.Fault fault) {
        return switch (fault) {
            case TOO_SHORT -> "A password has at least " + Passwords.SHORTEST + " characters";
            case TOO_LONG -> "A password has at most " + Passwords.LONGEST + " characters";
            case LIKE_LOGIN -> "A password must not contain the login";
        };
    }
}
