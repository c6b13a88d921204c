package org.omnihall.hall.party;

import java.time.Instant;

/**
 * One entry of the ledger of consent: somebody allowed something or took it back.
 *
 * @param by whose word it is
 * @param at when he said it
 * @param source where he said it, such as {@code hotline} or {@code form 17/2026}
 * @param actor who wrote it down
 */
public record Consent(
        PartyRef by, ConsentPurpose purpose, Medium medium, boolean given, Instant at, String source, String actor) {

    /** By which medium. */
    public enum Medium {
        /** Every medium. */
        ALL,
        SMS,
        CALL,
        EMAIL,
        PAGE
    }
}
