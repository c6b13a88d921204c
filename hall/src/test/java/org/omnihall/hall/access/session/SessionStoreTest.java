package org.omnihall.hall.access.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omnihall.hall.access.session.Wlan.LI_PHONE;
import static org.omnihall.hall.access.session.Wlan.NOON;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.omnihall.hall.HallDatabase;
import org.omnihall.hall.database.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a look for sessions costs the database, counted by itself. */
@ExtendWith(HallDatabase.class)
class SessionStoreTest {

    /** After so many the statements' plans are made for good: five until the driver prepares, five until the server keeps one. */
    private static final int UNTIL_PLANNED = 12;

    private static final int CROWD = 3000;

    private final JdbcClient db;
    private final SessionStore store;
    private final TransactionTemplate transaction;

    SessionStoreTest(DataSource database) {
        db = JdbcClient.create(database);
        store = new SessionStore(db);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    }

    @Test
    void readsTenRowsForTenNamesAlsoWhenItsPlansWereMadeForEmptyTables() {
        db.sql("vacuum analyze access.open_session, access.closed_session").update();
        transaction.executeWithoutResult(status -> {
            store.begin(names("a"));
            IntStream.range(0, UNTIL_PLANNED).forEach(i -> {
                store.known(names("a"), NOON);
                store.ofDevices(Set.of(LI_PHONE), NOON);
            });
            fill();
            long before = rowsRead();
            assertThat(store.known(names("open"), NOON)).hasSize(10);
            assertThat(store.known(names("closed"), NOON)).hasSize(10);
            assertThat(store.ofDevices(Set.of(LI_PHONE), NOON)).hasSize(2);
            assertThat(rowsRead() - before).isLessThanOrEqualTo(30);
        });
    }

    private static Set<SessionStore.Key> names(String table) {
        return IntStream.range(0, 10)
                .mapToObj(i -> new SessionStore.Key(1, table + i))
                .collect(Collectors.toSet());
    }

    private void fill() {
        for (String table : List.of("open", "closed")) {
            boolean open = table.equals("open");
            db.sql("insert into access." + table
                            + "_session (id, controller_id, acct_session_id, user_name, mac, area_path,"
                            + " ssid_group, started_at, start_seen, last_heard, interim_seconds, wlan, up_octets, down_octets,"
                            + " up_packets, down_packets, seconds, heard_at, "
                            + (open ? "overdue_at)" : "closed_at, cause, closers)")
                            + " select gen_random_uuid(), 1, :table || n, '13857100000', :mac + n, '/zj/', 'CITY', :at, true, :at, 600,"
                            + " true, 0, 0, 0, 0, 0, :at, :at"
                            + (open ? "" : ", 'REPLACED', 'REPLACED@1795320000000000'")
                            + " from generate_series(0, :most) n")
                    .param("table", table)
                    .param("mac", LI_PHONE.bits())
                    .param("at", Times.at(NOON))
                    .param("most", CROWD - 1)
                    .update();
        }
    }

    private long rowsRead() {
        return db.sql("select coalesce(sum(seq_tup_read + idx_tup_fetch), 0)::bigint from pg_stat_xact_user_tables"
                        + " where relname like '%\\_session%'")
                .query(Long.class)
                .single();
    }
}
