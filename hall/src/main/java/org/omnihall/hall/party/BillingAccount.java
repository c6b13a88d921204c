package org.omnihall.hall.party;

/**
 * An account that pays (SID BillingAccount); not to be mixed up with the credential on the network or a login.
 *
 * @param owner a person or a company
 */
public record BillingAccount(long id, PartyRef owner, String name, Form form, State state) {

    /** When it pays. */
    public enum Form {
        PREPAID,
        POSTPAID
    }

    /** Whether it can pay. What is closed stays closed. */
    public enum State {
        ACTIVE,
        SUSPENDED,
        CLOSED
    }
}
