package org.omnihall.hall.access.session;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.omnihall.hall.access.limit.Limit;
import org.omnihall.hall.access.limit.Owner;

/**
 * What an Accept gave to whom and where, as accounting has to know it. It travels in Class, so that the first event of a session tells all of it, on
 * whatever node, with nothing looked up.
 *
 * @param interim what the controller was asked for as Acct-Interim-Interval
 */
public record Grant(
        Owner owner, Limit limit, Duration interim, OptionalLong venueId, OptionalLong apId, Optional<String> ssid) {

    /** Of what an Accept gives at a place. */
    public static Grant at(SessionPlace place, Owner owner, Limit limit, Duration interim) {
        return new Grant(owner, limit, interim, place.venueId(), place.apId(), place.ssid());
    }
}
