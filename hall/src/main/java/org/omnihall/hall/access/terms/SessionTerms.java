package org.omnihall.hall.access.terms;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.omnihall.hall.access.network.AccessProfile;
import org.omnihall.hall.access.network.Quota;
import org.omnihall.hall.access.quota.Remainder;

/**
 * What a session may use; zero means no limit.
 *
 * @param profile the access profile's name, for vendors that bind rates to a role
 * @param upBitsPerSecond what the user may send
 * @param downBitsPerSecond what the user may receive
 * @param time the longest session
 * @param octets the most that goes over the air in both directions together
 * @param spent what went over it already
 * @param idle the longest silence
 * @param interim how often the controller reports
 */
public record SessionTerms(
        String profile,
        long upBitsPerSecond,
        long downBitsPerSecond,
        Duration time,
        long octets,
        long spent,
        Duration idle,
        Duration interim) {

    /** The profile's terms; a session ends at the latest with the account's validity. */
    public static SessionTerms of(AccessProfile profile, Duration interim, Optional<Instant> validUntil, Instant now) {
        Duration time = validUntil
                .map(until -> Duration.between(now, until).plusSeconds(1))
                .map(valid -> profile.session().isZero() ? valid : shorter(valid, profile.session()))
                .orElse(profile.session());
        return new SessionTerms(
                profile.name(),
                profile.upBitsPerSecond(),
                profile.downBitsPerSecond(),
                time,
                0,
                0,
                profile.idle(),
                interim);
    }

    /**
     * The terms of a session that runs already: what is left of its time (access-rules.md rule 16), for controllers count it from the moment in which
     * they are told. Nothing where less than a second is left.
     */
    public static Optional<SessionTerms> left(
            AccessProfile profile, Duration interim, Optional<Instant> validUntil, Instant startedAt, Instant now) {
        if (validUntil.filter(until -> !now.isBefore(until)).isPresent()) {
            return Optional.empty();
        }
        SessionTerms fresh = of(profile, interim, validUntil, now);
        if (profile.session().isZero()) {
            return Optional.of(fresh);
        }
        Duration spent = Duration.between(startedAt, now);
        Duration rest = shorter(fresh.time(), profile.session().minus(spent.isNegative() ? Duration.ZERO : spent));
        return rest.toSeconds() > 0 ? Optional.of(fresh.lasting(rest)) : Optional.empty();
    }

    /** The same without a word on time. */
    public SessionTerms untimed() {
        return lasting(Duration.ZERO);
    }

    /** The same as far as its owner's quota lets it go on (access-rules.md rule 16); nothing where it does not. */
    public Optional<SessionTerms> within(Remainder remainder) {
        return switch (remainder) {
            case Remainder.Open open -> Optional.of(atMost(open.time()).using(open.octets()));
            case Remainder.Slow slow -> Optional.of(atMost(slow.time()).slowedTo(slow.rates()));
            case Remainder.UsedUp none -> Optional.empty();
            case Remainder.OutOfHours none -> Optional.empty();
        };
    }

    /** The same for a session over which so much has gone already. */
    public SessionTerms after(long used) {
        return new SessionTerms(profile, upBitsPerSecond, downBitsPerSecond, time, octets, used, idle, interim);
    }

    private SessionTerms atMost(Optional<Duration> bound) {
        return lasting(
                bound.map(left -> time.isZero() ? left : shorter(left, time)).orElse(time));
    }

    private SessionTerms using(OptionalLong most) {
        return new SessionTerms(
                profile, upBitsPerSecond, downBitsPerSecond, time, most.orElse(0), spent, idle, interim);
    }

    private SessionTerms slowedTo(Quota.Reached.Slows rates) {
        return new SessionTerms(
                profile,
                slower(upBitsPerSecond, rates.upBitsPerSecond()),
                slower(downBitsPerSecond, rates.downBitsPerSecond()),
                time,
                octets,
                spent,
                idle,
                interim);
    }

    private static long slower(long rate, long slow) {
        return rate == 0 || (slow > 0 && slow < rate) ? slow : rate;
    }

    private SessionTerms lasting(Duration rest) {
        return new SessionTerms(profile, upBitsPerSecond, downBitsPerSecond, rest, octets, spent, idle, interim);
    }

    private static Duration shorter(Duration left, Duration session) {
        return left.compareTo(session) < 0 ? left : session;
    }
}
