package org.omnihall.hall.access.quota;

import org.omnihall.hall.access.network.Quota;

/** A quota, and what its owner has used of it. */
public record QuotaUse(Quota quota, Used used) {

    public Quota.Amount day() {
        return Used.bound(quota.day(), used.extraDay());
    }

    public Quota.Amount month() {
        return Used.bound(quota.month(), used.extraMonth());
    }
}
