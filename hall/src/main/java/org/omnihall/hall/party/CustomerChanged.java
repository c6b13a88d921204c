package org.omnihall.hall.party;

import org.jmolecules.event.annotation.DomainEvent;

/**
 * Something that is known of a customer is new or other than before. Published inside the transaction that changes it.
 *
 * @param added whether it was not there before
 */
@DomainEvent
public record CustomerChanged(Thing thing, long id, boolean added) {

    /** What it is about. */
    public enum Thing {
        INDIVIDUAL,
        COMPANY,
        BILLING_ACCOUNT
    }
}
