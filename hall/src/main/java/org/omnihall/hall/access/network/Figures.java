package org.omnihall.hall.access.network;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** Answers which business figures hold at a place, from memory: operator, each Area, Venue, SSID at the Venue, AP; the innermost wins. */
public final class Figures {

    private final Supplier<NetworkMap> map;

    Figures(Supplier<NetworkMap> map) {
        this.map = map;
    }

    public FigureSet at(Place place) {
        return map.get().figures(Spot.of(place));
    }

    /** For what is kept with its Area, Venue and AP only, such as a session. */
    public FigureSet at(String areaPath, OptionalLong venueId, OptionalLong apId) {
        return map.get().figures(new Spot(areaPath, boxed(venueId), Optional.empty(), boxed(apId)));
    }

    private static Optional<Long> boxed(OptionalLong id) {
        return id.isPresent() ? Optional.of(id.getAsLong()) : Optional.empty();
    }

    /** For what has no place more precise than an Area, such as a controller. */
    public FigureSet at(String areaPath) {
        return map.get().figures(NetworkMap.areaChain(areaPath));
    }

    /** What counts over the whole operator. */
    public FigureSet operator() {
        return at("");
    }
}
