package org.omnihall.hall.access.session;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.omnihall.hall.access.network.Profiles;
import org.omnihall.hall.database.Conditions;
import org.omnihall.hall.database.Times;
import org.omnihall.octets.MacAddress;

/**
 * Which sessions are looked for. Empty parts ask for nothing.
 *
 * @param areaPath the Area the asker answers for
 * @param subscriber the owner of the number that was typed
 * @param user the beginning of a user name
 * @param ip an address that the user has or had
 * @param controllers any of these; an empty list finds nothing
 * @param venues any of these; an empty list finds nothing
 * @param profile the access profile that holds for an open session now; closed ones have none
 * @param from the earliest end of a closed session
 */
public record SessionFilter(
        String areaPath,
        Optional<Long> subscriber,
        Optional<String> user,
        Optional<MacAddress> mac,
        Optional<InetAddress> ip,
        Optional<List<Long>> controllers,
        Optional<List<Long>> venues,
        Optional<String> ssid,
        Optional<Long> profile,
        Optional<Instant> from,
        Optional<Instant> until) {

    /** IPv6 addresses come and go while a session lasts, and are kept in a table of their own. */
    private static final String HAS_NETWORK =
            "(ip = :ip::inet or id in (select session_id from access.session_network where network >>= :ip::inet))";

    /** All that is in an Area. */
    public static SessionFilter all(String areaPath) {
        return new SessionFilter(
                areaPath,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Whether it asks for less than all of the Area's open sessions. */
    public boolean narrows() {
        return Stream.of(subscriber, user, mac, ip, controllers, venues, ssid, profile)
                .anyMatch(Optional::isPresent);
    }

    /** The conditions on rows of access.open_session. */
    public Conditions open() {
        return common().and(Profiles.OF_OPEN_SESSION + " = :profile", "profile", profile);
    }

    /** The conditions on rows of access.closed_session. */
    Conditions closed() {
        return common().and("closed_at >= :from", "from", from.map(Times::at))
                .and("closed_at < :until", "until", until.map(Times::at));
    }

    private Conditions common() {
        Conditions asked = new Conditions()
                .below("area_path", areaPath)
                .and("subscriber_id = :subscriber", "subscriber", subscriber)
                .and("mac = :mac", "mac", mac.map(MacAddress::bits))
                .and("controller_id = any(:controllers)", "controllers", controllers.map(SessionFilter::array))
                .and("venue_id = any(:venues)", "venues", venues.map(SessionFilter::array))
                .and("ssid = :ssid", "ssid", ssid);
        user.ifPresent(begins -> asked.and("user_name ~>=~ :user and user_name ~<~ :userEnd", "user", begins)
                .with("userEnd", begins + "\uffff"));
        ip.ifPresent(address -> asked.and(address instanceof Inet6Address ? HAS_NETWORK : "ip = :ip::inet")
                .with("ip", address.getHostAddress()));
        return asked;
    }

    private static Long[] array(List<Long> ids) {
        return ids.toArray(Long[]::new);
    }
}
