package org.omnihall.hall.access.quota;

import java.time.Instant;
import org.omnihall.hall.access.limit.Owner;
import org.omnihall.hall.access.network.Quota.Amount;

/**
 * An owner who has used up what his profile gives in a period.
 *
 * @param used in the period
 * @param bound with what was given beyond the profile's; zero is no limit
 */
public record Reached(Owner owner, Period period, Instant endsAt, Amount used, Amount bound, Instant takenAt) {

    /** How much more than that was used (access-rules.md rule 16). */
    public Amount over() {
        Amount over = used.minus(bound);
        return new Amount(
                bound.time().isZero() || over.time().isNegative() ? Amount.NONE.time() : over.time(),
                bound.octets() == 0 ? 0 : Math.max(0, over.octets()));
    }
}
