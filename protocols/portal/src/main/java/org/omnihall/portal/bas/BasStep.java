package org.omnihall.portal.bas;

import java.util.List;

/** Where a client stands after an event, and what the device does, in order. */
public record BasStep(BasState state, List<BasAction> actions) {

    public BasStep {
        actions = List.copyOf(actions);
    }

    static BasStep to(BasState state, BasAction... actions) {
        return new BasStep(state, List.of(actions));
    }
}
