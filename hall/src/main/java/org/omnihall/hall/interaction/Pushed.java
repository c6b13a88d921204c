package org.omnihall.hall.interaction;

import java.util.List;
import java.util.Optional;

/** What others pushed onto a card. */
record Pushed(
        long version, List<Recommendation> recommendations, List<StateLine> state, Optional<CustomerValue> value) {

    static final Pushed NOTHING = new Pushed(0, List.of(), List.of(), Optional.empty());
}
