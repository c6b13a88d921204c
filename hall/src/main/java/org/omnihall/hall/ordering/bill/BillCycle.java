package org.omnihall.hall.ordering.bill;

import org.omnihall.hall.party.PartyRef;

/**
 * How an account is billed.
 *
 * @param owner a person or a company
 * @param ours whether its bills are computed here; those of who pays beforehand are not
 * @param next the period that runs, or that is over and not yet billed
 */
public record BillCycle(long account, String areaPath, PartyRef owner, boolean ours, int cycleDay, BillingPeriod next) {

    boolean isCompanys() {
        return owner.kind() == PartyRef.Kind.COMPANY;
    }
}
