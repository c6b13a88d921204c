package org.omnihall.hall.access.attempt;

import java.net.InetAddress;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.omnihall.hall.access.funnel.Where;
import org.omnihall.octets.MacAddress;
import org.omnihall.octets.Octets;

/**
 * One device's try to get online at one access controller.
 *
 * @param id the journey's id everywhere: contacts, messages, Class, sessions
 * @param device who tries: what the redirect said, and for a controller without NAT proved by the HTTP peer
 * @param firstUrl what the browser wanted before the controller redirected it; shown to nobody, followed only by the allow-list
 * @param numberKey the keyed hash of the number last given
 * @param clicked whether the slot's content was clicked before the login; followed afterwards
 */
public record Attempt(
        UUID id,
        long controllerId,
        Spot spot,
        Device device,
        Optional<String> firstUrl,
        Language language,
        PhoneKind phone,
        State state,
        Optional<Octets> numberKey,
        boolean clicked,
        Instant startedAt,
        Instant expiresAt) {

    /** Where the attempt is made, as the redirect told. */
    public record Spot(
            String areaPath, Optional<Long> venueId, String ssid, String ssidGroup, Optional<MacAddress> apMac) {}

    /** The device that tries; {@code peer} is the address that its HTTP came from. */
    public record Device(Optional<MacAddress> mac, InetAddress ip, InetAddress peer) {

        /** The name under which the login token is minted. */
        public String name() {
            return mac.map(MacAddress::toString).orElseGet(ip::getHostAddress);
        }
    }

    public boolean expired(Instant now) {
        return !now.isBefore(expiresAt);
    }

    /** The same in another state. */
    public Attempt in(State other) {
        return new Attempt(
                id,
                controllerId,
                spot,
                device,
                firstUrl,
                language,
                phone,
                other,
                numberKey,
                clicked,
                startedAt,
                expiresAt);
    }

    /** The same in another language. */
    public Attempt speaking(Language other) {
        return new Attempt(
                id,
                controllerId,
                spot,
                device,
                firstUrl,
                other,
                phone,
                state,
                numberKey,
                clicked,
                startedAt,
                expiresAt);
    }

    /** The same about a number. */
    public Attempt about(Octets number) {
        return new Attempt(
                id,
                controllerId,
                spot,
                device,
                firstUrl,
                language,
                phone,
                state,
                Optional.of(number),
                clicked,
                startedAt,
                expiresAt);
    }

    /** Where its funnel steps belong. */
    public Where where() {
        return new Where(
                Optional.of(id),
                numberKey,
                spot.areaPath(),
                spot.venueId(),
                Optional.of(controllerId),
                spot.ssid(),
                spot.apMac().map(MacAddress::toString),
                phone.name());
    }
}
