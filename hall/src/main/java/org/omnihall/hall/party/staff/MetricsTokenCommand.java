package org.omnihall.hall.party.staff;

import org.omnihall.hall.node.Command;
import org.omnihall.hall.node.CommandCall;
import org.springframework.stereotype.Component;

/** {@code metrics token [--revoke]}. */
@Component
class MetricsTokenCommand implements Command {

    private final MetricsTokens tokens;

    MetricsTokenCommand(MetricsTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public String name() {
        return "metrics token";
    }

    @Override
    public String usage() {
        return "[--revoke]\nMakes a new token for /actuator/prometheus and prints it; the one before ends. --revoke only ends it.";
    }

    @Override
    public int run(CommandCall call) {
        boolean revoke = call.arguments().contains("--revoke");
        if (call.arguments().size() != (revoke ? 1 : 0)) {
            call.err().println("usage: metrics token " + usage());
            return 2;
        }
        if (revoke) {
            tokens.revoke(call.actor());
            call.out().println("the token is revoked");
        } else {
            call.out().println(tokens.renew(call.actor()));
        }
        return 0;
    }
}
