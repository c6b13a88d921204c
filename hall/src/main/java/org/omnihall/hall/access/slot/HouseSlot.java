package org.omnihall.hall.access.slot;

import java.util.List;
import java.util.UUID;
import org.omnihall.hall.access.attempt.SlotAnswer;

/** Chooses among the operator's own three creatives, each as likely; a decision engine takes this place later. */
public final class HouseSlot {

    static final List<String> ITEMS = List.of("city", "speed", "care");

    private HouseSlot() {}

    /** The same attempt gets the same answer, however often its slot is looked at. */
    public static SlotAnswer choose(UUID attempt) {
        String item = ITEMS.get(Math.floorMod(attempt.hashCode(), ITEMS.size()));
        return new SlotAnswer(item, ITEMS, 1.0 / ITEMS.size(), "house: uniform");
    }
}
