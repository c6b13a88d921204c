package org.omnihall.hall.access.roaming;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.omnihall.hall.access.network.Draft;
import org.omnihall.hall.access.network.Options;
import org.omnihall.hall.access.network.Outcome;
import org.omnihall.hall.node.Command;
import org.omnihall.hall.node.CommandCall;
import org.springframework.stereotype.Component;

/** {@code radsec add}: registers one who may ask over RadSec. */
@Component
class RadSecAddCommand implements Command {

    private final RadSecPeers peers;

    RadSecAddCommand(RadSecPeers peers) {
        this.peers = peers;
    }

    @Override
    public String name() {
        return "radsec add";
    }

    @Override
    public String usage() {
        return """
                NAME --certificate NAME|FINGERPRINT --controllers NAME[,NAME]... [--message-authenticator required|optional]
                Registers a peer who may ask over RadSec for these controllers; a name or the SHA-256 fingerprint of his certificate tells him.""";
    }

    @Override
    public int run(CommandCall call) {
        Options options = Options.read(
                call.arguments(), Set.of("--certificate", "--controllers", "--message-authenticator"), Set.of());
        Optional<String> mistake = options.mistake()
                .or(() -> options.plain().size() == 1 ? Optional.empty() : Optional.of("one name is expected"));
        if (mistake.isPresent()) {
            call.err().println("radsec add: " + mistake.get());
            call.err().println("usage: radsec add " + usage());
            return 2;
        }
        Draft draft = new Draft(Map.of(
                "name",
                options.plain().getFirst(),
                "certificate",
                options.value("--certificate"),
                "controllers",
                options.value("--controllers"),
                "messageAuthenticator",
                options.value("--message-authenticator")));
        return Outcome.tell(
                call, peers.add(draft, call.actor()), peer -> "radsec:" + peer.id() + " " + peer.name() + " added");
    }
}
