package org.omnihall.hall.party;

import org.jmolecules.event.annotation.DomainEvent;
import org.omnihall.tmf.Happening;

/**
 * Something that is known of a customer is new, other than before, or goes. Published inside the transaction that changes it; what goes is
 * still there then.
 */
@DomainEvent
public record CustomerChanged(Thing thing, long id, Happening happening) {

    /** What it is about. */
    public enum Thing {
        INDIVIDUAL,
        COMPANY,
        BILLING_ACCOUNT
    }
}
