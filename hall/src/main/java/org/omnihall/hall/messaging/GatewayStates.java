package org.omnihall.hall.messaging;

import java.util.List;
import org.springframework.stereotype.Component;

/** How the gateways are doing, as this node sees them; another node holds links of its own. */
@Component
public class GatewayStates {

    /** A gateway and how it is doing. The one of the settings cannot be changed on a screen. */
    public record State(SmsGateway gateway, Health health, boolean fromSettings) {}

    public enum Health {
        /** Connected and signed in. */
        BOUND,
        /** Connected, but it asked to be left alone for a while. */
        RESTING,
        /** Not connected, or it does not take our name and password. */
        NOT_BOUND,
        /** Its password cannot be opened with this installation's keys: enter it anew. */
        SEALED,
        /** Switched off. */
        DISABLED
    }

    private final Lanes lanes;
    private final SmsGateways gateways;

    GatewayStates(Lanes lanes, SmsGateways gateways) {
        this.lanes = lanes;
        this.gateways = gateways;
    }

    /** The settings' gateway first, then the others in the order in which they are used. A change shows within seconds. */
    public List<State> now() {
        List<State> states = new java.util.ArrayList<>();
        lanes.ofSettings().ifPresent(own -> states.add(new State(own, lanes.health(own), true)));
        gateways.all().forEach(gateway -> states.add(new State(gateway, lanes.health(gateway), false)));
        return List.copyOf(states);
    }
}
