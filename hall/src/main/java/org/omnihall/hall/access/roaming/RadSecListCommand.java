package org.omnihall.hall.access.roaming;

import java.util.stream.Collectors;
import org.omnihall.hall.access.network.AccessController;
import org.omnihall.hall.access.network.AccessControllers;
import org.omnihall.hall.node.Command;
import org.omnihall.hall.node.CommandCall;
import org.springframework.stereotype.Component;

/** {@code radsec list}: everybody who may ask over RadSec, in a line. */
@Component
class RadSecListCommand implements Command {

    private final RoamingState state;
    private final AccessControllers controllers;

    RadSecListCommand(RoamingState state, AccessControllers controllers) {
        this.state = state;
        this.controllers = controllers;
    }

    @Override
    public String name() {
        return "radsec list";
    }

    @Override
    public String usage() {
        return "\nLists the RadSec peers: id, name, certificate, Message-Authenticator, controllers.";
    }

    @Override
    public int run(CommandCall call) {
        if (!call.arguments().isEmpty()) {
            call.err().println("radsec list takes no arguments");
            return 2;
        }
        for (RadSecPeer peer : state.book().peers()) {
            String his = peer.controllers().stream()
                    .flatMap(id -> controllers.byId(id).stream())
                    .map(AccessController::name)
                    .collect(Collectors.joining(","));
            call.out()
                    .println(String.join(
                            "\t",
                            Long.toString(peer.id()),
                            peer.name(),
                            peer.certificate(),
                            peer.messageAuthenticator().name(),
                            his));
        }
        return 0;
    }
}
