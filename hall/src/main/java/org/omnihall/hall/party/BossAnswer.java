package org.omnihall.hall.party;

/** What the operator's business support system said about a number. */
public enum BossAnswer {
    /** None is configured. */
    NOT_ASKED,
    YES,
    NO,
    /** It did not answer in time, failed, or had too many open questions: the policy of the settings holds. */
    NO_ANSWER
}
