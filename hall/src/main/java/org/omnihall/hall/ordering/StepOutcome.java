package org.omnihall.hall.ordering;

import java.time.Duration;
import java.util.Map;

/** What came of a step. */
public sealed interface StepOutcome {

    /**
     * It is done, or taken back.
     *
     * @param result what later steps and the end of the product will want to know, such as the id of a Venue
     */
    record Done(Map<String, String> result) implements StepOutcome {
        public Done {
            result = Map.copyOf(result);
        }
    }

    /** It is under way, or somebody is not there: no failure; asked again after the time. */
    record Later(String reason, Duration after) implements StepOutcome {}

    /** It failed and may succeed another time. */
    record Failed(String reason) implements StepOutcome {}

    /** It can never succeed, such as a name that is taken: trying again is useless. */
    record Impossible(String reason) implements StepOutcome {}

    static StepOutcome done() {
        return new Done(Map.of());
    }
}
