package org.omnihall.hall.access.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.omnihall.hall.access.limit.Homes.ONE;
import static org.omnihall.hall.access.limit.Homes.PHONE;
import static org.omnihall.hall.access.limit.Homes.TABLET;
import static org.omnihall.hall.access.limit.Homes.began;
import static org.omnihall.hall.access.limit.Homes.noonPlus;
import static org.omnihall.hall.access.limit.Homes.open;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.omnihall.hall.HallDatabase;
import org.omnihall.hall.access.network.DevicePolicy;
import org.omnihall.hall.database.Times;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A Start that comes after its place was given away (access rule 15). */
@ExtendWith(HallDatabase.class)
class OverrunsTest {

    private final JdbcClient db;
    private final TransactionTemplate here;
    private final List<UUID> released = new ArrayList<>();
    private final PlaceNews news;
    private final Overruns overruns;

    OverrunsTest(DataSource database) {
        db = JdbcClient.create(database);
        news = news();
        here = new TransactionTemplate(new DataSourceTransactionManager(database));
        overruns = new Overruns(db, here, released::add, news, Clock.systemUTC());
    }

    private PlaceNews news() {
        return new PlaceNews(db, Clock.systemUTC(), new SimpleMeterRegistry());
    }

    @BeforeEach
    void empty() {
        db.sql("truncate access.open_session, access.place_news, access.disconnect_request")
                .update();
        news.hear();
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

    @Test
    void asksForTheOthersWhereOneCannotBeAskedFor() {
        List<UUID> tried = new ArrayList<>();
        Overruns failing = new Overruns(
                db,
                here,
                session -> {
                    tried.add(session);
                    throw new IllegalArgumentException("it has no name");
                },
                news,
                Clock.systemUTC());
        List<UUID> newer = new ArrayList<>();
        for (int n = 0; n < 2; n++) {
            Owner owner = Owner.account(110 + n);
            open(db, owner, PHONE, 32);
            UUID tablet = open(db, owner, TABLET, 33);
            newer.add(tablet);
            failing.changed(
                    new PlacesChanged(List.of(began(tablet, UUID.randomUUID(), owner, ONE, TABLET, 33)), List.of()));
        }

        failing.look(noonPlus(34));

        assertThat(tried).containsExactlyInAnyOrderElementsOf(newer);
    }

    @Test
    void keepsTheStartsForTheNextLookWhereTheDatabaseIsAway() {
        Owner owner = Owner.account(120);
        open(db, owner, PHONE, 32);
        UUID tablet = open(db, owner, TABLET, 33);
        overruns.changed(
                new PlacesChanged(List.of(began(tablet, UUID.randomUUID(), owner, ONE, TABLET, 33)), List.of()));
        db.sql("alter table access.open_session rename to away").update();
        try {
            assertThatThrownBy(() -> overruns.look(noonPlus(34))).isInstanceOf(DataAccessException.class);
        } finally {
            db.sql("alter table access.away rename to open_session").update();
        }

        overruns.look(noonPlus(35));

        assertThat(released).containsExactly(tablet);
    }

    @Test
    void endsWhatANodeTookThatIsDeadByNow() {
        Owner owner = Owner.account(105);
        Limit limit = new Limit(DevicePolicy.RELEASE_OLDEST, 1);
        UUID phone = open(db, owner, PHONE, 32);
        UUID tablet = open(db, owner, TABLET, 33);
        news().beginning(new PlacesChanged(
                List.of(began(tablet, UUID.randomUUID(), owner, limit, TABLET, 33)), List.of()));

        news.hear();
        overruns.look(noonPlus(34));

        assertThat(released).containsExactly(phone);
    }

    @Test
    void asksForANodeThatMarkedASessionAndDidNotComeToAskWithinHalfASecond() {
        UUID forgotten = marked(Owner.account(106), 40);
        UUID asked = marked(Owner.account(107), 40);
        db.sql(
                        "insert into access.disconnect_request (id, session_id, controller_id, actor, way, state, asked_at, deadline_at)"
                                + " values (?, ?, 1, 'system', 'RADIUS', 'SENT', ?, ?)")
                .params(UUID.randomUUID(), asked, Times.at(noonPlus(40)), Times.at(noonPlus(50)))
                .update();

        overruns.look(noonPlus(40));
        overruns.look(noonPlus(40).plusMillis(499));
        assertThat(released).isEmpty();
        overruns.look(noonPlus(40).plusMillis(500));
        assertThat(released).containsExactly(forgotten);
        overruns.look(noonPlus(40).plusMillis(999));
        assertThat(released).as("half a second for this node too").containsExactly(forgotten);
    }

    @Test
    void twoNodesWhoseClocksDifferAskOnce() {
        UUID ahead = marked(Owner.account(108), 60);
        UUID behind = marked(Owner.account(109), 20);
        Overruns other = new Overruns(db, here, released::add, news(), Clock.systemUTC());

        overruns.look(noonPlus(40));
        other.look(noonPlus(50));
        assertThat(released).as("just marked, whatever the clock of their node").isEmpty();
        overruns.look(noonPlus(40).plusMillis(500));
        other.look(noonPlus(50).plusMillis(500));
        assertThat(released).as("one of two that see them").containsExactlyInAnyOrder(ahead, behind);
    }

    private UUID marked(Owner owner, long second) {
        UUID session = open(db, owner, PHONE, second);
        db.sql("update access.open_session set releasing_at = ? where id = ?")
                .params(Times.at(noonPlus(second)), session)
                .update();
        return session;
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
        overruns.changed(
                new PlacesChanged(List.of(began(tablet, UUID.randomUUID(), owner, limit, TABLET, 33)), List.of()));
        overruns.look(noonPlus(34).plusMillis(400));
        return List.of(phone, tablet);
    }
}
