package org.omnihall.hall.access.terms;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.omnihall.hall.access.network.AccessProfile;

/**
 * What a session may use; zero means no limit.
 *
 * @param profile the access profile's name, for vendors that bind rates to a role
 * @param upBitsPerSecond what the user may send
 * @param downBitsPerSecond what the user may receive
 * @param time the longest session
 * @param idle the longest silence
 * @param interim how often the controller reports
 */
public record SessionTerms(
        String profile, long upBitsPerSecond, long downBitsPerSecond, Duration time, Duration idle, Duration interim) {

    /** The profile's terms; a session ends at the latest with the account's validity. */
    public static SessionTerms of(AccessProfile profile, Duration interim, Optional<Instant> validUntil, Instant now) {
        Duration time = validUntil
                .map(until -> Duration.between(now, until).plusSeconds(1))
                .map(valid -> profile.session().isZero() ? valid : shorter(valid, profile.session()))
                .orElse(profile.session());
        return new SessionTerms(
                profile.name(), profile.upBitsPerSecond(), profile.downBitsPerSecond(), time, profile.idle(), interim);
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

    private SessionTerms lasting(Duration rest) {
        return new SessionTerms(profile, upBitsPerSecond, downBitsPerSecond, rest, idle, interim);
    }

    private static Duration shorter(Duration left, Duration session) {
        return left.compareTo(session) < 0 ? left : session;
    }
}
