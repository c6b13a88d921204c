package org.omnihall.portal.bas;

import java.util.ArrayList;
import java.util.List;

/** Where a client stands after an event, and what the device does, in order. */
public record BasStep(BasState state, List<BasAction> actions) {

    public BasStep {
        actions = List.copyOf(actions);
    }

    BasStep and(BasAction last) {
        List<BasAction> all = new ArrayList<>(actions);
        all.add(last);
        return new BasStep(state, all);
    }

    static BasStep to(BasState state, BasAction... actions) {
        return new BasStep(state, List.of(actions));
    }
}
