package org.omnihall.hall.access.quota;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.omnihall.hall.access.limit.Owner;
import org.omnihall.hall.access.network.Quota;
import org.omnihall.hall.access.network.Quota.Amount;

/**
 * What a report of a controller adds to what an owner has used.
 *
 * @param quota that holds for the session
 * @param begins whether the session was not known before
 * @param since the session's report before, or its start
 * @param until the moment of the report
 */
public record Growth(Owner owner, Quota quota, boolean begins, Amount more, Instant since, Instant until) {

    /** More is in no report: a petabyte and four hundred days. */
    private static final Amount MOST = new Amount(Duration.ofDays(400), 1L << 50);

    /** With a use that a counter can hold, whatever the report says. */
    public Growth {
        more = new Amount(
                more.time().compareTo(MOST.time()) < 0 ? more.time() : MOST.time(),
                Math.clamp(more.octets(), 0, MOST.octets()));
    }

    /**
     * A part of it that belongs to a period.
     *
     * @param again whether the owner is to be looked at also where he was before: the session is new, or should have ended by now
     */
    record Share(Owner owner, Period period, Instant endsAt, Amount bound, Amount more, boolean again) {

        /** With another of the same owner and period, that was reported later. */
        Share plus(Share later) {
            return new Share(owner, period, endsAt, later.bound, more.plus(later.more), again || later.again);
        }
    }

    /** Its parts, for those periods that the quota bounds: what was used across the end of one is shared by the time on both sides of it. */
    List<Share> shares(ZoneId zone) {
        List<Share> shares = new ArrayList<>();
        add(shares, Period.Kind.DAY, quota.day(), zone);
        add(shares, Period.Kind.MONTH, quota.month(), zone);
        return shares;
    }

    private void add(List<Share> shares, Period.Kind kind, Amount bound, ZoneId zone) {
        if (bound.isNone()) {
            return;
        }
        Period period = Period.at(kind, until, zone);
        Instant begin = period.beginsAt(zone);
        Amount before = since.isBefore(begin) ? part(Duration.between(since, begin)) : Amount.NONE;
        if (!before.isNone()) {
            shares.add(share(Period.at(kind, begin.minusNanos(1), zone), bound, before, false, zone));
        }
        shares.add(share(
                period, bound, more.minus(before), begins || quota.reached() instanceof Quota.Reached.Ends, zone));
    }

    private Share share(Period period, Amount bound, Amount part, boolean again, ZoneId zone) {
        return new Share(owner, period, period.endsAt(zone), bound, part, again);
    }

    /** Whole seconds and octets, so that both parts together are all of it. */
    private Amount part(Duration passed) {
        double share = (double) passed.toMillis()
                / Math.max(1, Duration.between(since, until).toMillis());
        return new Amount(Duration.ofSeconds((long) (more.time().toSeconds() * share)), (long) (more.octets() * share));
    }
}
