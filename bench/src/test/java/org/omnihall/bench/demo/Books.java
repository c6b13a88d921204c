package org.omnihall.bench.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.omnihall.bench.ac.AccountingRecord;
import org.omnihall.bench.ac.AccountingRecord.Status;
import org.omnihall.octets.MacAddress;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The hall's books on sessions, held against a controller's own. */
record Books(JdbcClient db) {

    /** Each acknowledged record is stored once and nothing else is; each session that had a Stop is closed with the controller's own counters. */
    void agree(List<AccountingRecord> acknowledged) {
        List<String> sessions =
                acknowledged.stream().map(AccountingRecord::session).distinct().toList();
        assertThat(acknowledged).allSatisfy(record -> assertThat(stored(record)).isEqualTo(1));
        assertThat(settled()
                        .sql("select count(*) from access.session_event where acct_session_id in (:sessions)")
                        .param("sessions", sessions)
                        .query(Long.class)
                        .single())
                .isEqualTo(acknowledged.size());
        acknowledged.stream().filter(record -> record.status() == Status.STOP).forEach(stop -> {
            assertThat(open(stop.session())).isZero();
            assertThat(closed(stop)).as(stop.toString()).isEqualTo(1);
        });
    }

    /** What was acknowledged comes to the books a moment later. */
    private JdbcClient settled() {
        BooksKept.await(db);
        return db;
    }

    long stored(AccountingRecord record) {
        boolean counted = record.status() != Status.START;
        return settled()
                .sql("""
                        select count(*) from access.session_event where acct_session_id = :session and kind = :kind
                            and at = :at and seconds = :seconds and up_octets = :up and down_octets = :down
                        """)
                .param("session", record.session())
                .param("kind", record.status().name())
                .param("at", record.at().truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC))
                .param("seconds", counted ? record.seconds() : 0)
                .param("up", counted ? record.inputOctets() : 0)
                .param("down", counted ? record.outputOctets() : 0)
                .query(Long.class)
                .single();
    }

    long open(String session) {
        return settled()
                .sql("select count(*) from access.open_session where acct_session_id = :session")
                .param("session", session)
                .query(Long.class)
                .single();
    }

    private long closed(AccountingRecord stop) {
        return settled()
                .sql("""
                        select count(*) from access.closed_session where acct_session_id = :session and subscriber_id is not null
                            and seconds = :seconds and up_octets = :up and down_octets = :down
                        """)
                .param("session", stop.session())
                .param("seconds", stop.seconds())
                .param("up", stop.inputOctets())
                .param("down", stop.outputOctets())
                .query(Long.class)
                .single();
    }

    /** How a session that is over was closed. */
    List<String> closings(String session) {
        return settled()
                .sql("select cause from access.closed_session where acct_session_id = :session")
                .param("session", session)
                .query((row, number) -> row.getString("cause"))
                .list();
    }

    /** The steps that a device's attempts reached, and the reasons by which they were stopped. */
    List<String> funnel(MacAddress mac) {
        return db.sql("""
                        select coalesce(nullif(f.reason, ''), f.step) as said from access.funnel_step f
                        join access.attempt a on a.id = f.attempt where a.mac = :mac order by f.at, f.id
                        """)
                .param("mac", mac.toString())
                .query((row, number) -> row.getString("said"))
                .list();
    }

    long bindings(MacAddress mac) {
        return db.sql("select count(*) from access.binding where mac = :mac")
                .param("mac", mac.toString())
                .query(Long.class)
                .single();
    }

    long attempts(MacAddress mac) {
        return db.sql("select count(*) from access.attempt where mac = :mac")
                .param("mac", mac.toString())
                .query(Long.class)
                .single();
    }
}
