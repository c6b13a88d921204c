package org.omnihall.hall.access.quota;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.omnihall.hall.access.network.Quota;
import org.omnihall.hall.access.network.Quota.Amount;

/** What a quota leaves a session at a moment. */
public sealed interface Remainder {

    /** How long one comes in whose use cannot be read. */
    Duration UNREAD = Duration.ofMinutes(15);

    /**
     * The session may go on.
     *
     * @param time how long; empty without a bound
     * @param octets how much; empty without a bound
     */
    record Open(Optional<Duration> time, OptionalLong octets) implements Remainder {

        public static final Open ALL = new Open(Optional.empty(), OptionalLong.empty());
    }

    /** What the day or the month gives is used up; it goes on slowly. */
    record Slow(Optional<Duration> time, Quota.Reached.Slows rates) implements Remainder {}

    /** What the day or the month gives is used up. */
    record UsedUp() implements Remainder {}

    /** It is no hour in which the owner may be online. */
    record OutOfHours() implements Remainder {}

    /**
     * A session's share of what is left (access-rules.md rule 16). Where sessions end, a controller ends each by itself at its share; what the
     * others were given before is not taken back, so together they may use more, until a report shows it. Where they go on slowly, no controller is told:
     * it would end them.
     *
     * <p>A day's time that lasts until midnight goes on with that of the next day. A day's octets do not: nobody knows when they will be used.
     *
     * @param sessions among which the rest is shared, this one among them
     */
    static Remainder of(Quota quota, Used used, int sessions, Instant now, ZoneId zone) {
        if (quota.isNone()) {
            return Open.ALL;
        }
        Optional<Duration> hours = untilClosed(quota, now, zone);
        if (hours.filter(Duration::isZero).isPresent()) {
            return new OutOfHours();
        }
        Optional<Duration> rest = hours.map(Remainder::atLeastASecond);
        Amount day = Used.bound(quota.day(), used.extraDay());
        Amount month = Used.bound(quota.month(), used.extraMonth());
        boolean usedUp = day.isUsedUpBy(used.day()) || month.isUsedUpBy(used.month());
        return switch (quota.reached()) {
            case Quota.Reached.Ends ends when usedUp -> new UsedUp();
            case Quota.Reached.Slows slows when usedUp -> new Slow(rest, slows);
            case Quota.Reached.Slows slows -> new Open(rest, OptionalLong.empty());
            case Quota.Reached.Ends ends -> {
                int among = Math.max(1, sessions);
                Optional<Duration> today = time(day, used.day())
                        .map(left -> left.dividedBy(among))
                        .map(left -> acrossMidnight(left, quota.day().time().dividedBy(among), now, zone));
                Optional<Duration> thisMonth = time(month, used.month()).map(left -> left.dividedBy(among));
                yield new Open(
                        shortest(rest, shortest(today, thisMonth).map(Remainder::atLeastASecond)),
                        least(octets(day, used.day()), octets(month, used.month()), among));
            }
        };
    }

    /**
     * What is given where it cannot be read what the owner has used: some minutes, after which he has to come again, where a bound would end his session.
     */
    static Remainder unread(Quota quota, Instant now, ZoneId zone) {
        Quota.Reached reached = quota.counts() ? quota.reached() : new Quota.Reached.Slows(0, 0);
        Quota hoursAlone = new Quota(Amount.NONE, Amount.NONE, quota.hours(), reached);
        return switch (of(hoursAlone, Used.NOTHING, 1, now, zone)) {
            case Open open
            when reached instanceof Quota.Reached.Ends ->
                new Open(shortest(open.time(), Optional.of(UNREAD)), OptionalLong.empty());
            case Remainder as -> as;
        };
    }

    /** Zero where it is closed now, empty where it never closes. */
    private static Optional<Duration> untilClosed(Quota quota, Instant now, ZoneId zone) {
        return quota.hours().isOpen(now, zone)
                ? quota.hours().closesAt(now, zone).map(end -> Duration.between(now, end))
                : Optional.of(Duration.ZERO);
    }

    private static Optional<Duration> time(Amount bound, Amount used) {
        return bound.time().isZero()
                ? Optional.empty()
                : Optional.of(bound.time().minus(used.time()));
    }

    private static OptionalLong octets(Amount bound, Amount used) {
        return bound.octets() == 0 ? OptionalLong.empty() : OptionalLong.of(bound.octets() - used.octets());
    }

    private static Duration acrossMidnight(Duration left, Duration whole, Instant now, ZoneId zone) {
        Duration untilMidnight =
                Duration.between(now, Period.at(Period.Kind.DAY, now, zone).endsAt(zone));
        return left.compareTo(untilMidnight) < 0 ? left : untilMidnight.plus(whole);
    }

    private static Duration atLeastASecond(Duration left) {
        return left.toSeconds() > 0 ? left : Duration.ofSeconds(1);
    }

    private static Optional<Duration> shortest(Optional<Duration> one, Optional<Duration> other) {
        return Stream.of(one, other).flatMap(Optional::stream).min(Duration::compareTo);
    }

    private static OptionalLong least(OptionalLong one, OptionalLong other, int among) {
        return Stream.of(one, other)
                .flatMapToLong(OptionalLong::stream)
                .map(left -> Math.max(1, left / among))
                .min();
    }
}
