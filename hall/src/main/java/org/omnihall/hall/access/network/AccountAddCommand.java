package org.omnihall.hall.access.network;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.omnihall.hall.node.Command;
import org.omnihall.hall.node.CommandCall;
import org.springframework.stereotype.Component;

/** {@code account add}: adds a network account. Its password comes by standard input, never as an argument. */
@Component
class AccountAddCommand implements Command {

    private static final Map<String, String> FIELDS =
            Map.of("--profile", "profile", "--valid-until", "valid_until", "--methods", "methods", "--area", "area");

    private final Accounts accounts;

    AccountAddCommand(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public String name() {
        return "account add";
    }

    @Override
    public String usage() {
        return """
                NAME --profile P --password-stdin [--valid-until DAY] [--methods pap,chap,ms-chap-v2,tls] [--area /PATH/]
                Adds a network account. Its password is read from standard input.""";
    }

    @Override
    public int run(CommandCall call) throws IOException {
        Options options = Options.read(call.arguments(), FIELDS.keySet(), Set.of("--password-stdin"));
        Optional<String> mistake = mistake(options);
        if (mistake.isPresent()) {
            call.err().println("account add: " + mistake.get());
            call.err().println("usage: account add " + usage());
            return 2;
        }
        Map<String, String> fields = new HashMap<>();
        FIELDS.forEach((option, field) -> fields.put(field, options.value(option)));
        fields.put("name", options.plain().getFirst());
        String line = call.in().readLine();
        fields.put("password", line == null ? "" : line);
        return Outcome.tell(
                call,
                accounts.add(new Draft(fields), call.actor()),
                account -> "account:" + account.id() + " " + account.name() + " added");
    }

    private static Optional<String> mistake(Options options) {
        if (options.mistake().isPresent()) {
            return options.mistake();
        }
        if (options.plain().size() != 1) {
            return Optional.of("one account name is expected");
        }
        return options.has("--password-stdin")
                ? Optional.empty()
                : Optional.of("--password-stdin is missing: the password is read from standard input");
    }
}
