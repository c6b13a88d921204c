package org.omnihall.hall.access.quota;

import java.time.Duration;
import org.omnihall.hall.access.network.Quota.Amount;

/**
 * What an owner has used in the day and in the month of a moment, as far as controllers have reported it.
 *
 * @param extraDay given to him beyond his profile's bound of the day
 * @param extraMonth the same of the month
 * @param online his sessions that are open
 */
public record Used(Amount day, Amount extraDay, Amount month, Amount extraMonth, int online) {

    public static final Used NOTHING = new Used(Amount.NONE, Amount.NONE, Amount.NONE, Amount.NONE, 0);

    Used with(Period.Kind kind, Amount used, Amount extra) {
        return switch (kind) {
            case DAY -> new Used(used, extra, month, extraMonth, online);
            case MONTH -> new Used(day, extraDay, used, extra, online);
        };
    }

    Used online(int sessions) {
        return new Used(day, extraDay, month, extraMonth, sessions);
    }

    /** A profile's bound with what was given beyond it; no limit stays none. */
    static Amount bound(Amount given, Amount extra) {
        return new Amount(
                given.time().isZero() ? Duration.ZERO : given.time().plus(extra.time()),
                given.octets() == 0 ? 0 : given.octets() + extra.octets());
    }
}
