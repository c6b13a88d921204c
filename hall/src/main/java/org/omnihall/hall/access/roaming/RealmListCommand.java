package org.omnihall.hall.access.roaming;

import java.util.stream.Collectors;
import org.omnihall.hall.node.Command;
import org.omnihall.hall.node.CommandCall;
import org.springframework.stereotype.Component;

/** {@code realm list}: every realm in a line, without secrets. */
@Component
class RealmListCommand implements Command {

    private final RoamingState state;

    RealmListCommand(RoamingState state) {
        this.state = state;
    }

    @Override
    public String name() {
        return "realm list";
    }

    @Override
    public String usage() {
        return "\nLists the realms: id, name, home servers in the order in which they are asked.";
    }

    @Override
    public int run(CommandCall call) {
        if (!call.arguments().isEmpty()) {
            call.err().println("realm list takes no arguments");
            return 2;
        }
        for (Realm realm : state.book().realms()) {
            String servers = realm.servers().stream().map(HomeServer::toString).collect(Collectors.joining(","));
            call.out()
                    .println(String.join(
                            "\t", Long.toString(realm.id()), realm.name(), servers.isEmpty() ? "ours" : servers));
        }
        return 0;
    }
}
