package org.omnihall.hall.access.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omnihall.hall.access.limit.Homes.PHONE;
import static org.omnihall.hall.access.limit.Homes.TABLET;
import static org.omnihall.hall.access.limit.Homes.began;
import static org.omnihall.hall.access.limit.Homes.noonPlus;
import static org.omnihall.hall.access.limit.Homes.open;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.omnihall.hall.HallDatabase;
import org.omnihall.hall.access.network.DevicePolicy;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A Start that comes after its place was given away (access rule 15). */
@ExtendWith(HallDatabase.class)
class OverrunsTest {

    private final JdbcClient db;
    private final List<UUID> released = new ArrayList<>();
    private final Overruns overruns;

    OverrunsTest(DataSource database) {
        db = JdbcClient.create(database);
        overruns = new Overruns(db, released::add, Clock.systemUTC());
    }

    @Test
    void endsTheNewerOfTwoWhenOneIsAllowed() {
        List<UUID> sessions = twoDevices(Owner.account(101), new Limit(DevicePolicy.REJECT, 1));

        assertThat(released).containsExactly(sessions.get(1));
    }

    @Test
    void endsTheOlderWhereTheOldestMakesRoom() {
        List<UUID> sessions = twoDevices(Owner.account(102), new Limit(DevicePolicy.RELEASE_OLDEST, 1));

        assertThat(released).containsExactly(sessions.get(0));
    }

    @Test
    void leavesTwoAloneWhenTwoAreAllowedOrThereIsNoLimit() {
        twoDevices(Owner.account(103), new Limit(DevicePolicy.REJECT, 2));
        twoDevices(Owner.account(104), Limit.NONE);

        assertThat(released).isEmpty();
    }

    private List<UUID> twoDevices(Owner owner, Limit limit) {
        UUID phone = open(db, owner, PHONE, 32);
        UUID tablet = open(db, owner, TABLET, 33);
        overruns.changed(new PlacesChanged(
                List.of(
                        began(phone, UUID.randomUUID(), owner, limit, PHONE, 32),
                        began(tablet, UUID.randomUUID(), owner, limit, TABLET, 33)),
                List.of()));
        overruns.look(noonPlus(34));
        overruns.look(List.of(began(tablet, UUID.randomUUID(), owner, limit, TABLET, 33)), noonPlus(35));
        return List.of(phone, tablet);
    }
}
