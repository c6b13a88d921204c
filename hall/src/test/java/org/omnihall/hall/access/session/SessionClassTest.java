package org.omnihall.hall.access.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.access.limit.Limit;
import org.omnihall.hall.access.limit.Owner;
import org.omnihall.hall.access.network.DevicePolicy;
import org.omnihall.octets.Octets;
import org.springframework.beans.factory.annotation.Autowired;

/** What travels in Class comes back as it went, or not at all. */
@HallTest
class SessionClassTest {

    private static final UUID JOURNEY = UUID.fromString("01900000-0000-7000-8000-000000000001");

    private final SessionClass classes;

    @Autowired
    SessionClassTest(SessionClass classes) {
        this.classes = classes;
    }

    private static SessionClass.Handle handle(Owner owner, DevicePolicy policy, Optional<String> ssid) {
        Grant grant = new Grant(
                owner, new Limit(policy, 3), Duration.ofMinutes(10), OptionalLong.of(7), OptionalLong.empty(), ssid);
        return new SessionClass.Handle(JOURNEY, Optional.of(Wlan.LI_PHONE), Optional.of(grant));
    }

    @Test
    void comesBackAsItWent() {
        for (DevicePolicy policy : DevicePolicy.values()) {
            SessionClass.Handle handle = handle(Owner.account(4), policy, Optional.of("西湖-CITY"));
            assertThat(classes.read(classes.of(handle))).contains(handle);
        }
        SessionClass.Handle bare = handle(Owner.subscriber(17), DevicePolicy.REJECT, Optional.empty());
        assertThat(classes.read(classes.of(bare))).contains(bare);
        SessionClass.Handle without = new SessionClass.Handle(JOURNEY, Optional.empty(), Optional.empty());
        assertThat(classes.of(without).length()).as("as version 0.1 gave it").isEqualTo(33);
        assertThat(classes.read(classes.of(without))).contains(without);
    }

    @Test
    void isNothingOnceASingleBitWasChangedOrAnOctetIsMissing() {
        Octets good = classes.of(handle(Owner.account(4), DevicePolicy.REJECT, Optional.of("CITY")));
        Random random = new Random(11);
        for (int i = 0; i < 500; i++) {
            byte[] octets = good.toBytes();
            octets[random.nextInt(octets.length)] ^= (byte) (1 << random.nextInt(8));
            assertThat(classes.read(Octets.of(octets))).isEmpty();
        }
        for (int length = 0; length < good.length(); length++) {
            assertThat(classes.read(good.slice(0, length))).isEmpty();
        }
        assertThat(classes.read(good.plus(good))).isEmpty();
    }
}
