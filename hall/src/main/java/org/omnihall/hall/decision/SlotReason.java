package org.omnihall.hall.decision;

import org.omnihall.hall.shell.Words;

/**
 * Why a slot shows what it shows.
 *
 * @param candidates what could have been shown
 * @param percent the probability, in per cent
 */
public record SlotReason(Case why, int candidates, double percent) {

    /** The rule that chose. */
    public enum Case {
        /** By weight among all candidates. */
        DRAWN,
        /** The customer is of the group that sees no offers, so that they can be judged. */
        HELD_OUT,
        NOTHING_FITS
    }

    static SlotReason of(boolean shown, boolean heldOut, int candidates, double probability) {
        Case why;
        if (heldOut) {
            why = Case.HELD_OUT;
        } else {
            why = shown ? Case.DRAWN : Case.NOTHING_FITS;
        }
        return new SlotReason(why, candidates, probability * 100);
    }

    /** The reason as a person reads it. */
    public String in(Words words) {
        return words.get("decision.slot.reason." + why.name(), candidates, Math.round(percent * 10) / 10.0);
    }
}
