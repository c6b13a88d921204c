package org.omnihall.hall.access.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omnihall.hall.access.limit.Homes.NOON;
import static org.omnihall.hall.access.limit.Homes.PHONE;
import static org.omnihall.hall.access.limit.Homes.TABLET;
import static org.omnihall.hall.access.limit.Homes.noonPlus;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.access.limit.DeviceLimit.Place;
import org.omnihall.hall.access.limit.DeviceLimit.Verdict;
import org.omnihall.hall.access.network.DevicePolicy;
import org.omnihall.octets.MacAddress;

/** The pure rules of limits, and their values. */
class DeviceLimitTest {

    private static final UUID ONE = new UUID(0, 1);

    @Test
    void refusesAFourthDeviceWhenTheProfileAllowsThree() {
        assertThat(judge(DevicePolicy.REJECT, 3, 2)).isEqualTo(new Verdict.Room(List.of()));
        assertThat(judge(DevicePolicy.REJECT, 3, 3)).isEqualTo(new Verdict.Full());
        assertThat(judge(DevicePolicy.REJECT, 0, 3)).isEqualTo(new Verdict.Room(List.of()));
    }

    @Test
    void releasesTheOldestSessionForOneDeviceMore() {
        assertThat(judge(DevicePolicy.RELEASE_OLDEST, 3, 2)).isEqualTo(new Verdict.Room(List.of()));
        assertThat(judge(DevicePolicy.RELEASE_OLDEST, 3, 3)).isEqualTo(new Verdict.Room(List.of(new UUID(1, 0))));
        assertThat(judge(DevicePolicy.RELEASE_OLDEST, 2, 3))
                .isEqualTo(new Verdict.Room(List.of(new UUID(1, 0), new UUID(1, 1))));
        Place admitted = new Place(ONE, false, Optional.of(TABLET), NOON);
        assertThat(DeviceLimit.judge(new Limit(DevicePolicy.RELEASE_OLDEST, 1), Optional.of(PHONE), List.of(admitted)))
                .isEqualTo(new Verdict.Full());
    }

    @Test
    void letsADeviceTakeItsOwnPlaceOverUnlessThePolicyIsToReject() {
        List<Place> own = List.of(new Place(ONE, true, Optional.of(PHONE), NOON));
        assertThat(DeviceLimit.judge(new Limit(DevicePolicy.REPLACE_SAME_MAC, 1), Optional.of(PHONE), own))
                .isEqualTo(new Verdict.Room(List.of()));
        assertThat(DeviceLimit.judge(new Limit(DevicePolicy.REPLACE_SAME_MAC, 1), Optional.of(TABLET), own))
                .isEqualTo(new Verdict.Full());
        assertThat(DeviceLimit.judge(new Limit(DevicePolicy.REJECT, 1), Optional.of(PHONE), own))
                .isEqualTo(new Verdict.Full());
    }

    private static Verdict judge(DevicePolicy policy, int devices, int online) {
        List<Place> places = IntStream.range(0, online)
                .mapToObj(i -> new Place(new UUID(1, i), true, Optional.of(new MacAddress(i + 1)), noonPlus(i)))
                .toList();
        return DeviceLimit.judge(new Limit(policy, devices), Optional.of(PHONE), places);
    }

    @Test
    void writesAnOwnerAsATextAndAsANumber() {
        for (Owner owner : List.of(Owner.account(0), Owner.account(17), Owner.subscriber(0), Owner.subscriber(17))) {
            assertThat(Owner.parse(owner.toString())).contains(owner);
            assertThat(Owner.ofNumber(owner.number())).isEqualTo(owner);
        }
        assertThat(Owner.subscriber(17)).hasToString("subscriber:17");
        assertThat(Owner.parse("company:17")).isEmpty();
        assertThat(Owner.parse("account:")).isEmpty();
    }

    @Test
    void keepsAnOwnersPlacesAsNumbersAndGivesThemBack() {
        Taken open = new Taken(new Place(ONE, true, Optional.of(PHONE), NOON), 7, Optional.empty());
        Taken held = new Taken(
                new Place(new UUID(0, 2), false, Optional.empty(), noonPlus(1)), 8, Optional.of(noonPlus(31)));
        OwnersPlaces his = OwnersPlaces.unread(Owner.account(1)).with(open).with(held);
        assertThat(his.all()).containsExactly(open, held);
        assertThat(his.with(open).all()).as("once an id").containsExactly(held, open);
        assertThat(his.isReadSince(NOON)).isFalse();
        OwnersPlaces read = his.read(List.of(), NOON);
        assertThat(read.all()).as("admissions stay").containsExactly(held);
        assertThat(read.isReadSince(NOON)).isTrue();
        assertThat(read.isReadSince(NOON.plusMillis(1))).isFalse();
        assertThat(read.stale().isReadSince(NOON)).isFalse();
    }
}
