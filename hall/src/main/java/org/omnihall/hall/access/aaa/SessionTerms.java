package org.omnihall.hall.access.aaa;

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
record SessionTerms(
        String profile, long upBitsPerSecond, long downBitsPerSecond, Duration time, Duration idle, Duration interim) {

    /** The profile's terms; a session ends at the latest with the account's validity. */
    static SessionTerms of(AccessProfile profile, Duration interim, Optional<Instant> validUntil, Instant now) {
        Duration time = validUntil
                .map(until -> shorter(Duration.between(now, until).plusSeconds(1), profile.session()))
                .orElse(profile.session());
        return new SessionTerms(
                profile.name(), profile.upBitsPerSecond(), profile.downBitsPerSecond(), time, profile.idle(), interim);
    }

    private static Duration shorter(Duration left, Duration session) {
        return session.isZero() || left.compareTo(session) < 0 ? left : session;
    }
}
