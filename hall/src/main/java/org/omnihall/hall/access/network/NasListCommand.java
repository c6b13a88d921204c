package org.omnihall.hall.access.network;

import java.util.stream.Collectors;
import org.omnihall.hall.node.Command;
import org.omnihall.hall.node.CommandCall;
import org.springframework.stereotype.Component;

/** {@code nas list}: every access controller in a line, without secrets. */
@Component
class NasListCommand implements Command {

    private final AccessControllers controllers;

    NasListCommand(AccessControllers controllers) {
        this.controllers = controllers;
    }

    @Override
    public String name() {
        return "nas list";
    }

    @Override
    public String usage() {
        return "\nLists the access controllers: id, name, area, addresses, vendor, dialect, Message-Authenticator, CoA port.";
    }

    @Override
    public int run(CommandCall call) {
        if (!call.arguments().isEmpty()) {
            call.err().println("nas list takes no arguments");
            return 2;
        }
        for (AccessController ac : controllers.all()) {
            String addresses = ac.sources().stream().map(Cidr::toString).collect(Collectors.joining(","));
            call.out()
                    .println(String.join(
                            "\t",
                            Long.toString(ac.id()),
                            ac.name(),
                            ac.areaPath(),
                            addresses,
                            ac.vendor().name(),
                            ac.dialect().name(),
                            ac.messageAuthenticator().name(),
                            Integer.toString(ac.coaPort())));
        }
        return 0;
    }
}
