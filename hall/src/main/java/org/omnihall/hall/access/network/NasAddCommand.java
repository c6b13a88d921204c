package org.omnihall.hall.access.network;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.omnihall.hall.node.Command;
import org.omnihall.hall.node.CommandCall;
import org.springframework.stereotype.Component;

/** {@code nas add}: registers an access controller. Secrets come by standard input, the RADIUS secret first, never as arguments. */
@Component
class NasAddCommand implements Command {

    private static final Map<String, String> FIELDS = Map.of(
            "--vendor", "vendor",
            "--dialect", "dialect",
            "--method", "method",
            "--portal-port", "portalPort",
            "--coa-port", "coaPort",
            "--name", "name",
            "--area", "area",
            "--nas-identifier", "nasIdentifier",
            "--message-authenticator", "messageAuthenticator",
            "--domain", "domain");
    private static final Map<String, String> MORE_FIELDS =
            Map.of("--redirect-map", "redirectMap", "--volume-unit", "volumeUnit");
    private static final String SECOND = "--second-address";
    private static final Set<String> FLAGS = Set.of("--secret-stdin", "--portal-secret-stdin", "--nat");

    private final ControllerRegistry registry;

    NasAddCommand(ControllerRegistry registry) {
        this.registry = registry;
    }

    @Override
    public String name() {
        return "nas add";
    }

    @Override
    public String usage() {
        return """
                ADDRESS|CIDR --vendor V --dialect D --secret-stdin [--portal-secret-stdin] [--coa-port N] [--portal-port N] \
                [--second-address A] [--name N] [--area /PATH/] [--nas-identifier ID] [--method chap|pap] [--nat] \
                [--message-authenticator required|learn|optional] [--domain none|strip|append:DOMAIN] [--redirect-map M] \
                [--volume-unit octets|kilobytes]
                Registers an access controller. The RADIUS secret is read from standard input, the Portal secret from its second line.""";
    }

    @Override
    public int run(CommandCall call) throws IOException {
        Map<String, String> names = new HashMap<>(FIELDS);
        names.putAll(MORE_FIELDS);
        Map<String, String> valued = new HashMap<>(names);
        valued.put(SECOND, "");
        Options options = Options.read(call.arguments(), valued.keySet(), FLAGS);
        Optional<String> mistake = mistake(options);
        if (mistake.isPresent()) {
            call.err().println("nas add: " + mistake.get());
            call.err().println("usage: nas add " + usage());
            return 2;
        }
        Map<String, String> fields = new HashMap<>();
        names.forEach((option, field) -> fields.put(field, options.value(option)));
        fields.put("addresses", options.plain().getFirst() + " " + options.value(SECOND));
        fields.put("nat", Boolean.toString(options.has("--nat")));
        fields.put("radiusSecret", line(call));
        if (options.has("--portal-secret-stdin")) {
            fields.put("portalSecret", line(call));
        }
        return Outcome.tell(
                call,
                registry.add(new Draft(fields), call.actor()),
                ac -> "ac:" + ac.id() + " " + ac.name() + " added");
    }

    private static Optional<String> mistake(Options options) {
        if (options.mistake().isPresent()) {
            return options.mistake();
        }
        if (options.plain().size() != 1) {
            return Optional.of("one address or network is expected");
        }
        return options.has("--secret-stdin")
                ? Optional.empty()
                : Optional.of("--secret-stdin is missing: the RADIUS secret is read from standard input");
    }

    private static String line(CommandCall call) throws IOException {
        String line = call.in().readLine();
        return line == null ? "" : line;
    }
}
