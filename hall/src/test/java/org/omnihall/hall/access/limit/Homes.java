package org.omnihall.hall.access.limit;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.omnihall.hall.access.network.DevicePolicy;
import org.omnihall.hall.database.Times;
import org.omnihall.octets.MacAddress;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People, devices and moments of the tests of limits. */
final class Homes {

    static final Instant NOON = Instant.parse("2026-11-26T04:00:00Z");
    static final MacAddress PHONE = new MacAddress(0x0211_2233_0001L);
    static final MacAddress TABLET = new MacAddress(0x0211_2233_0002L);
    static final Owner LI = Owner.account(1);
    static final Owner WANG = Owner.subscriber(1);
    static final Limit ONE = new Limit(DevicePolicy.REJECT, 1);
    static final Limit OLDEST = new Limit(DevicePolicy.RELEASE_OLDEST, 1);

    private Homes() {}

    static Instant noonPlus(long seconds) {
        return NOON.plusSeconds(seconds);
    }

    static Admission admission(UUID journey, Owner owner, Limit limit, MacAddress mac) {
        return new Admission(journey, owner, limit, 1, Optional.of(mac));
    }

    static PlacesChanged.Began began(
            UUID session, UUID journey, Owner owner, Limit limit, MacAddress mac, long second) {
        return new PlacesChanged.Began(
                owner, limit, session, Optional.of(journey), 1, Optional.of(mac), noonPlus(second));
    }

    /** An open session as accounting stores it. */
    static UUID open(JdbcClient db, Owner owner, MacAddress mac, long second) {
        UUID id = UUID.randomUUID();
        db.sql("""
                        insert into access.open_session (id, controller_id, acct_session_id, owner, user_name, mac, area_path, ssid_group,
                            started_at, start_seen, last_heard, interim_seconds, wlan, up_octets, down_octets, up_packets,
                            down_packets, seconds, heard_at, overdue_at)
                        values (:id, 1, :name, :owner, 'li', :mac, '/', 'CITY', :at, true, :at, 600, true, 0, 0, 0, 0, 0, :at, :at)""")
                .param("id", id)
                .param("name", id.toString())
                .param("owner", owner.toString())
                .param("mac", mac.bits())
                .param("at", Times.at(noonPlus(second)))
                .update();
        return id;
    }
}
