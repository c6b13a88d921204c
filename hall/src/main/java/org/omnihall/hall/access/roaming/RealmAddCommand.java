package org.omnihall.hall.access.roaming;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.omnihall.hall.access.network.Draft;
import org.omnihall.hall.access.network.Options;
import org.omnihall.hall.access.network.Outcome;
import org.omnihall.hall.node.Command;
import org.omnihall.hall.node.CommandCall;
import org.springframework.stereotype.Component;

/** {@code realm add}: registers a realm. Secrets come by standard input, one line for each server over UDP, never as arguments. */
@Component
class RealmAddCommand implements Command {

    private static final Map<String, String> FIELDS =
            Map.of("--longest", "longest", "--patience", "patience", "--rest", "rest");
    private static final Map<String, String> FLAGS =
            Map.of("--strip", "strip", "--may-vlan", "mayVlan", "--may-rates", "mayRates");
    private static final String UDP = "--udp";
    private static final String RADSEC = "--radsec";

    private final Realms realms;

    RealmAddCommand(Realms realms) {
        this.realms = realms;
    }

    @Override
    public String name() {
        return "realm add";
    }

    @Override
    public String usage() {
        return """
                REALM|'*' [--radsec ADDRESS,PORT,CERTIFICATE]... [--udp ADDRESS,PORT[,ACCOUNTING-PORT]]... [--strip] [--may-vlan] \
                [--may-rates] [--longest 8h] [--patience 3s] [--rest 30s]
                Registers a realm whose people are answered by home servers; without any it is our own. RadSec is asked before UDP.
                For each server over UDP its secret is read from a line of standard input.""";
    }

    @Override
    public int run(CommandCall call) throws IOException {
        Options options = Options.read(
                call.arguments(), Set.of(UDP, RADSEC, "--longest", "--patience", "--rest"), FLAGS.keySet());
        Optional<String> mistake = options.mistake()
                .or(() -> options.plain().size() == 1 ? Optional.empty() : Optional.of("one realm is expected"));
        if (mistake.isPresent()) {
            call.err().println("realm add: " + mistake.get());
            call.err().println("usage: realm add " + usage());
            return 2;
        }
        Map<String, String> fields = new HashMap<>();
        fields.put("name", options.plain().getFirst());
        FIELDS.forEach((option, field) -> fields.put(field, options.value(option)));
        FLAGS.forEach((option, field) -> fields.put(field, Boolean.toString(options.has(option))));
        int number = 1;
        for (String server : words(options.value(RADSEC))) {
            put(fields, number++, "radsec", List.of(server.split(",", -1)));
        }
        for (String server : words(options.value(UDP))) {
            fields.put("secret" + number, line(call));
            put(fields, number++, "udp", List.of(server.split(",", -1)));
        }
        if (number > RealmForm.MOST_SERVERS + 1) {
            call.err().println("realm add: at most " + RealmForm.MOST_SERVERS + " servers");
            return 2;
        }
        return Outcome.tell(
                call,
                realms.add(new Draft(fields), call.actor()),
                realm -> "realm:" + realm.id() + " " + realm.name() + " added");
    }

    private static List<String> words(String text) {
        return List.of(text.split(" ", -1)).stream()
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static void put(Map<String, String> fields, int number, String transport, List<String> parts) {
        List<String> names = List.of("address", "port", transport.equals("udp") ? "accountingPort" : "certificate");
        fields.put("transport" + number, transport);
        for (int i = 0; i < Math.min(parts.size(), names.size()); i++) {
            fields.put(names.get(i) + number, parts.get(i));
        }
    }

    private static String line(CommandCall call) throws IOException {
        String line = call.in().readLine();
        return line == null ? "" : line;
    }
}
