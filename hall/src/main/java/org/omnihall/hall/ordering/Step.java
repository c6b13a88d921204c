package org.omnihall.hall.ordering;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One step of an order's fulfilment, as it stands.
 *
 * @param place within the order, from 0
 * @param key what its port knows it by
 * @param tries since it began to be run, or to be undone
 * @param reason of the last failure; empty otherwise
 */
public record Step(
        long id,
        long item,
        int place,
        String kind,
        String offering,
        String key,
        Direction direction,
        State state,
        int tries,
        Optional<Instant> began,
        Map<String, String> result,
        String reason) {

    /** What the step is for. */
    public enum Direction {
        /** Makes a product. */
        RUN,
        /** Takes back at the product's end what a step did at its beginning. */
        TAKE_BACK
    }

    /** How far it is. */
    public enum State {
        WAITING,
        RUNNING,
        DONE,
        /** Is to be undone, or being undone. */
        UNDOING,
        UNDONE,
        /** Failed for good; perhaps half done. */
        FAILED,
        /** Never begun, as the order came to nothing before. */
        SKIPPED
    }
}
