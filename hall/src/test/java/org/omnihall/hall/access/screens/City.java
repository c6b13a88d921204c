package org.omnihall.hall.access.screens;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A small wireless city in the tables, for tests of screens. */
final class City {

    static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");

    private final JdbcClient db;

    City(JdbcClient db) {
        this.db = db;
    }

    long venue(String name, String areaPath) {
        return db.sql(
                        "insert into access.venue (area_path, name, street, created_at) values (?, ?, '', ?) returning id")
                .params(areaPath, name, NOW.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    long subscriber(String msisdn) {
        return db.sql("insert into party.subscriber (msisdn, first_seen) values (?, ?) returning id")
                .params(msisdn, NOW.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /** Sessions numbered from 1; every second one is over. They go over Venues and controllers in turn. */
    void sessions(int number, String areaPath, Instant newest, long[] venues, long[] controllers) {
        db.sql(insert("open_session", ", overdue_at") + select(", :newest + interval '1 hour'") + " where n % 2 = 1")
                .param("areaPath", areaPath)
                .param("newest", newest.atOffset(ZoneOffset.UTC))
                .param("venues", boxed(venues))
                .param("controllers", boxed(controllers))
                .param("number", number)
                .update();
        db.sql(insert("closed_session", ", closed_at, cause, closers")
                        + select(
                                ", :newest - make_interval(secs => n), case n % 8 when 0 then 'LOST' else 'STOPPED' end, ''")
                        + " where n % 2 = 0")
                .param("areaPath", areaPath)
                .param("newest", newest.atOffset(ZoneOffset.UTC))
                .param("venues", boxed(venues))
                .param("controllers", boxed(controllers))
                .param("number", number)
                .update();
    }

    UUID session(long subscriber, String user, long mac, Instant startedAt) {
        UUID id = UUID.randomUUID();
        db.sql("""
                        insert into access.open_session (id, controller_id, acct_session_id, user_name, subscriber_id, mac, ip,
                            area_path, ssid, ssid_group, wlan, started_at, start_seen, last_heard, heard_at, overdue_at, interim_seconds, up_octets,
                            down_octets, up_packets, down_packets, seconds)
                        values (?, 1, 'a1', ?, ?, ?, '10.1.2.3', '/zj/hz/', 'CMCC-WEB', 'CMCC-WEB', true, ?, true, ?, ?, ?, 600, 5000,
                            7000000, 10, 20, 60)""")
                .params(
                        id,
                        user,
                        subscriber,
                        mac,
                        startedAt.atOffset(ZoneOffset.UTC),
                        startedAt.plus(Duration.ofMinutes(1)).atOffset(ZoneOffset.UTC),
                        startedAt.plus(Duration.ofMinutes(1)).atOffset(ZoneOffset.UTC),
                        startedAt.plus(Duration.ofHours(1)).atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    private static String insert(String table, String moreColumns) {
        return "insert into access." + table
                + " (id, controller_id, acct_session_id, user_name, subscriber_id, mac, ip,"
                + " area_path, venue_id, ssid, ssid_group, wlan, started_at, start_seen, last_heard, heard_at, interim_seconds, up_octets,"
                + " down_octets, up_packets, down_packets, seconds" + moreColumns + ") ";
    }

    private static String select(String more) {
        return """
                select gen_random_uuid(), (:controllers::bigint[])[1 + n % cardinality(:controllers::bigint[])], 'as' || n,
                    '138' || lpad((n * 7919 % 100000000)::text, 8, '0'), null, 66000000000 + n,
                    '10.0.0.0'::inet + n, :areaPath, (:venues::bigint[])[1 + n % cardinality(:venues::bigint[])],
                    case n % 5 when 0 then 'CMCC-EDU' else 'CMCC-WEB' end, 'CMCC', true,
                    :newest - make_interval(secs => n * 1.7), true, :newest - make_interval(secs => n % 600), :newest, 600,
                    n * 12345::bigint, n * 345678::bigint, n * 10, n * 30, (n * 17) % 90000
                """ + more + " from generate_series(1, :number) n";
    }

    private static Long[] boxed(long... ids) {
        return java.util.Arrays.stream(ids).boxed().toArray(Long[]::new);
    }
}
