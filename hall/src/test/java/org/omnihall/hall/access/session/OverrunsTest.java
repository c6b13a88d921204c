package org.omnihall.hall.access.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omnihall.hall.access.session.Wlan.LI_PHONE;
import static org.omnihall.hall.access.session.Wlan.LI_TABLET;
import static org.omnihall.hall.access.session.Wlan.noonPlus;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.omnihall.hall.HallDatabase;
import org.omnihall.hall.access.SessionOpened;
import org.omnihall.hall.access.network.DevicePolicy;
import org.omnihall.hall.database.NamedLocks;
import org.omnihall.octets.MacAddress;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** A Start that comes after its place was given away (access rule 15). */
@ExtendWith(HallDatabase.class)
class OverrunsTest {

    private final List<UUID> released = new ArrayList<>();
    private final List<SessionOpened> opened = new ArrayList<>();
    private final AdmissionBook admissions;
    private final Bookkeeping books;
    private final Overruns overruns;

    OverrunsTest(DataSource database) {
        JdbcClient db = JdbcClient.create(database);
        DataSourceTransactionManager transactions = new DataSourceTransactionManager(database);
        admissions =
                new AdmissionBook(new JdbcTemplate(database), new NamedLocks(new JdbcTemplate(database)), transactions);
        books = new Bookkeeping(
                new SessionStore(db),
                new SessionWrites(new JdbcTemplate(database), place -> 3),
                new AdmittedFacts(db, event -> Wlan.LAKE),
                event -> {
                    if (event instanceof SessionOpened open) {
                        opened.add(open);
                    }
                },
                transactions);
        overruns = new Overruns(db, released::add, Clock.systemUTC());
    }

    @Test
    void endsTheNewerOfTwoWhenOneIsAllowed() {
        twoDevices("account:1", DevicePolicy.REJECT, 1);

        assertThat(released).containsExactly(opened.get(1).session());
    }

    @Test
    void endsTheOlderWhereTheOldestMakesRoom() {
        twoDevices("account:2", DevicePolicy.RELEASE_OLDEST, 1);

        assertThat(released).containsExactly(opened.get(0).session());
    }

    @Test
    void leavesTwoAloneWhenTwoAreAllowedOrThereIsNoLimit() {
        twoDevices("account:3", DevicePolicy.REJECT, 2);
        twoDevices("account:4", DevicePolicy.REJECT, 0);

        assertThat(released).isEmpty();
    }

    /** The first device's place is held for 30 s, then the second gets it; the first Start is late. */
    private void twoDevices(String owner, DevicePolicy policy, int devices) {
        UUID phone = admit(owner, LI_PHONE, policy, devices, 0);
        UUID tablet = admit(owner, LI_TABLET, policy, devices, 31);
        books.enter(List.of(start(owner, phone, LI_PHONE, 32)));
        books.enter(List.of(start(owner, tablet, LI_TABLET, 33)));
        overruns.look(
                Set.of(opened.getLast().session(), opened.get(opened.size() - 2).session()), noonPlus(34));
        overruns.look(Set.of(opened.getLast().session()), noonPlus(35));
    }

    private UUID admit(String owner, MacAddress mac, DevicePolicy policy, int devices, long second) {
        UUID journey = UUID.randomUUID();
        Admission admission = Wlan.admission(journey, owner, mac);
        assertThat(admissions.enter(List.of(new AdmissionBook.Asking(admission, policy, devices, noonPlus(second)))))
                .singleElement()
                .isInstanceOf(Admissions.Answer.Held.class);
        return journey;
    }

    private static AccountingEvent start(String owner, UUID journey, MacAddress mac, long second) {
        return Wlan.event(AccountingEvent.Kind.START, owner + "/" + mac, Optional.of(journey), mac, second, second);
    }
}
