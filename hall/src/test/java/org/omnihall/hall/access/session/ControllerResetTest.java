package org.omnihall.hall.access.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omnihall.hall.access.session.Wlan.noonPlus;
import static org.omnihall.hall.access.session.Wlan.start;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.omnihall.hall.HallDatabase;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** A controller begins anew, and a device of its comes back after that: the same sessions, in whatever order it becomes known (rule 12). */
@ExtendWith(HallDatabase.class)
class ControllerResetTest {

    private final JdbcClient db;
    private final Bookkeeping books;

    ControllerResetTest(DataSource database) {
        db = JdbcClient.create(database);
        books = new Bookkeeping(
                new SessionStore(db),
                new SessionWrites(new JdbcTemplate(database), place -> 3),
                new AdmittedFacts(db, event -> Wlan.LAKE, owner -> Optional.empty()),
                (grown, now) -> {},
                event -> {},
                new DataSourceTransactionManager(database));
    }

    enum Said {
        BEFORE,
        RESET,
        AFTER
    }

    static Stream<List<Said>> orders() {
        return Stream.of(Said.values())
                .flatMap(first -> Stream.of(Said.values())
                        .filter(second -> second != first)
                        .flatMap(second -> Stream.of(Said.values())
                                .filter(third -> third != first && third != second)
                                .map(third -> List.of(first, second, third))));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void closesWhatWasThereBefore(List<Said> order) {
        db.sql("truncate access.open_session, access.closed_session, access.session_event, access.controller_reset,"
                        + " access.untold")
                .update();
        for (Said said : order) {
            switch (said) {
                case BEFORE -> books.enter(List.of(start("before", 0)));
                case RESET -> books.reset(1, noonPlus(50), "ON");
                case AFTER -> books.enter(List.of(start("after", 60)));
            }
        }
        assertThat(db.sql("select acct_session_id || ' ' || cause from access.closed_session")
                        .query(String.class)
                        .list())
                .containsExactly("before CONTROLLER_RESET");
        assertThat(db.sql("select acct_session_id from access.open_session")
                        .query(String.class)
                        .list())
                .containsExactly("after");
    }
}
