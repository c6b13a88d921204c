package org.omnihall.hall.interaction;

/** What became of a wish to hand something over, or to do something with what was handed over. */
public sealed interface HandoverChange {

    /** The hand-over as it is now. */
    record Done(Handover handover) implements HandoverChange {}

    /** Nothing was changed. */
    record Refused(Reason reason) implements HandoverChange {}

    /** Why not; the words are {@code interaction.handover.refused.NAME}. */
    enum Reason {
        UNKNOWN,
        REMARK_TOO_LONG,
        /** A remark is read by many: numbers stay out of it. */
        NUMBER_IN_REMARK,
        SAME_CHANNEL,
        /** The two channels are neither complements nor substitutes for this type of business (B26). */
        NOT_RELATED,
        /** The other channel may not complete this type of business (B16). */
        MAY_NOT_CARRY,
        /** The other channel is shut at this moment. */
        SHUT,
        /** The order is on its way to a channel already. */
        ON_ITS_WAY,
        /** Its state does not allow it. */
        NOT_NOW,
        /** It waits at another channel, or was handed over by another one. */
        ANOTHER_CHANNEL,
        /** Somebody else took it. */
        ANOTHER_ONE
    }
}
