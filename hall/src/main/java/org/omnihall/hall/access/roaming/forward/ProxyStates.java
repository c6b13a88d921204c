package org.omnihall.hall.access.roaming.forward;

import java.util.List;
import org.omnihall.hall.vault.Vault;
import org.omnihall.octets.Octets;
import org.omnihall.radius.AttributeTypes;
import org.omnihall.radius.Packet;
import org.springframework.stereotype.Component;

/**
 * Our Proxy-State (RFC 2865 section 5.33): a mark that all nodes of this hall share and nobody else can make, and a number. A request that comes back
 * with the mark goes in a circle.
 */
@Component
class ProxyStates {

    /** More proxies than this on the way are a circle of those that leave no mark of ours. */
    static final int MOST = 8;

    private static final int MARK = 8;
    private static final int NUMBER = 8;

    private final Vault vault;
    private final Octets mark;

    ProxyStates(Vault vault) {
        this.vault = vault;
        this.mark = vault.mac("roaming.proxy-state", Octets.EMPTY).slice(0, MARK);
    }

    Octets fresh() {
        return mark.plus(vault.random(NUMBER));
    }

    boolean isLoop(Packet request) {
        List<Octets> states = request.all(AttributeTypes.PROXY_STATE);
        return states.size() >= MOST
                || states.stream()
                        .anyMatch(state ->
                                state.length() >= MARK && state.slice(0, MARK).equals(mark));
    }
}
