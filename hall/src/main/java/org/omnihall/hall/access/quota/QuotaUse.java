package org.omnihall.hall.access.quota;

import java.util.Optional;
import org.omnihall.hall.access.network.Quota;

/**
 * A quota, and what its owner has used of it.
 *
 * @param areaPath the Area that the owner belongs to; empty for a subscriber, who is served wherever he comes
 */
public record QuotaUse(Quota quota, Used used, Optional<String> areaPath) {

    /** What is bounded in a period. */
    public Quota.Amount bound(Period.Kind kind) {
        return switch (kind) {
            case DAY -> day();
            case MONTH -> month();
        };
    }

    public Quota.Amount day() {
        return Used.bound(quota.day(), used.extraDay());
    }

    public Quota.Amount month() {
        return Used.bound(quota.month(), used.extraMonth());
    }
}
