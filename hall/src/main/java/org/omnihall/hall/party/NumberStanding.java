package org.omnihall.hall.party;

/** The answer to "is this number one of this operator's local subscribers?" (requirement A2). */
public sealed interface NumberStanding {

    /**
     * One of ours.
     *
     * @param province English name, empty for an allowed number whose segment is unknown
     * @param city English name, empty where the plan knows none
     */
    record Ours(String province, String city) implements NumberStanding {}

    /** Not one of ours. People see one page whatever the reason is; the reason is for the operator. */
    record NotOurs(Reason reason) implements NumberStanding {}

    enum Reason {
        /** Another operator's or another province's. */
        FOREIGN,
        /** Given out to us once, now served by another operator. */
        PORTED_OUT,
        /** On the deny list. */
        DENIED,
        /** In no segment, or in one without a province. */
        UNKNOWN,
        /** The operator's business support system says no, or could not be asked and the policy is to refuse. */
        BOSS_REFUSED
    }
}
