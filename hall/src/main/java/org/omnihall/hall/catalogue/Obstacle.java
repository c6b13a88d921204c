package org.omnihall.hall.catalogue;

/**
 * One thing that keeps an offering from being published (requirement D2).
 *
 * @param detail the step, part or offering it is about; may be empty
 */
public record Obstacle(Reason reason, String detail) {

    /** What kind of thing; the words are {@code catalogue.obstacle.NAME}. */
    public enum Reason {
        NO_PLAN,
        /** The plan names a step that nobody executes; the detail is its kind. */
        UNKNOWN_STEP,
        NO_PRICE,
        /** A part is not sold; the detail is its code. */
        PART_NOT_SOLD,
        /** A part cannot be bought by all who may buy the bundle; the detail is its code. */
        PART_NOT_FOR_BUYER,
        NO_TRIAL_TERM
    }
}
