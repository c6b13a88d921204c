package org.omnihall.bench.measure;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Fills the big lists of a hall straight in its tables: thirty days of a city of two hundred thousand people, or fewer rows by
 * {@code -Domnihall.bench.rows}.
 */
final class FullTables {

    static final int ROWS = Integer.getInteger("omnihall.bench.rows", 1_000_000);
    static final int ONLINE = ROWS / 10;
    static final int PEOPLE = ROWS / 5;
    private static final Duration SPAN = Duration.ofDays(30);

    private static final String AREA = "(array['/zj/hz/', '/zj/hz/', '/zj/nb/', '/zj/wz/'])[1 + n % 4]";

    private final JdbcClient db;
    private final OffsetDateTime until;

    FullTables(JdbcClient db, Instant until) {
        this.db = db;
        this.until = until.atOffset(ZoneOffset.UTC);
    }

    void fill() {
        people();
        sessions();
        messages();
        accounts();
        audit();
        funnel();
        numbers();
        db.sql("analyze").update();
    }

    private void people() {
        rows(
                "insert into party.subscriber (msisdn, first_seen) select '13857' || lpad(n::text, 6, '0'), until",
                PEOPLE);
    }

    private void sessions() {
        rows("""
                insert into access.closed_session (id, controller_id, acct_session_id, journey, owner, user_name, subscriber_id,
                    mac, ip, area_path, venue_id, ssid, ssid_group, started_at, start_seen, last_heard, interim_seconds, wlan,
                    up_octets, down_octets, up_packets, down_packets, seconds, heard_at, closed_at, cause, closers)
                select gen_random_uuid(), c[1 + n % 5], 'S' || n, gen_random_uuid(), 'number:' || n % 200000,
                    '13857' || lpad((n % 200000)::text, 6, '0'), 1 + n % 200000, 100000000000 + n % 300000,
                    '10.0.0.0'::inet + n, %s, v[1 + n % 5], case when n % 1000 = 0 then 'CMCC-EDU' else 'CMCC-WiFi' end, 'CMCC',
                    at - interval '40 minutes', true, at, 600, true, n, n * 8, n, n, 2400, at, at, 'USER_REQUEST', 'STOP'
                """.replace("%s", AREA), ROWS);
        rows("""
                insert into access.open_session (id, controller_id, acct_session_id, journey, owner, user_name, subscriber_id,
                    mac, ip, area_path, venue_id, ssid, ssid_group, started_at, start_seen, last_heard, interim_seconds, wlan,
                    up_octets, down_octets, up_packets, down_packets, seconds, heard_at, overdue_at)
                select gen_random_uuid(), c[1 + n % 5], 'O' || n, gen_random_uuid(), 'number:' || n,
                    '13857' || lpad((n % 200000)::text, 6, '0'), 1 + n % 200000, 200000000000 + n, '10.64.0.0'::inet + n, %s,
                    v[1 + n % 5], 'CMCC-WiFi', 'CMCC', at, true, until, 600, true, n, n * 8, n, n, 600, until,
                    until + interval '1 day'
                """.replace("%s", AREA), ONLINE);
    }

    private void messages() {
        rows("""
                insert into messaging.message (id, purpose, template, language, subscriber, msisdn, journey, area_path,
                    created_at, valid_until, state, reason, changed_at, gateway, tries)
                select gen_random_uuid(), 'CODE', 'login.code', 'zh', 1 + n % 200000,
                    '13857' || lpad((n % 200000)::text, 6, '0'), gen_random_uuid(), %s, at, at + interval '5 minutes',
                    case when n % 100000 = 0 then 'FAILED' else 'DELIVERED' end, '', at, 'default', 1
                """.replace("%s", AREA), ROWS);
    }

    private void accounts() {
        rows("""
                insert into access.network_account (id, area_path, name, methods, secret_form, secret, profile_id, standing,
                    changed_at)
                select nextval('access.network_account_id'), %s, 'user' || lpad(n::text, 7, '0') || '@fixed', array['PAP'],
                    'HASH', '\\x00', (select min(id) from access.access_profile),
                    case when n % 100000 = 0 then 'SUSPENDED' else 'ACTIVE' end, until
                """.replace("%s", AREA), ROWS);
    }

    private void audit() {
        rows("""
                insert into audit.entry (at, actor, act, subject, detail)
                select at, 'staff' || n % 50, (array['number.see', 'session.end', 'account.change'])[1 + n % 3],
                    'subscriber:' || n % 200000, 'one of a million'
                """, ROWS);
    }

    private void funnel() {
        rows("""
                insert into access.attempt (id, handle_hash, handle_sealed, controller_id, area_path, ssid, ssid_group, ip, peer,
                    language, phone, state, subscriber_id, number_key, since, started_at, expires_at)
                select md5('attempt' || n)::uuid, decode(md5(n::text), 'hex'), '\\x00', c[1 + n % 5], %s, 'CMCC-WiFi', 'CMCC',
                    '10.0.0.0'::inet + n, '10.0.0.0'::inet + n, 'zh', 'ANDROID', 'ONLINE', 1 + n % 200000,
                    decode(md5('key' || n % 200000), 'hex'), at, at, at + interval '1 hour'
                """.replace("%s", AREA), ROWS);
        rows("""
                insert into access.funnel_step (attempt, step, at, number_key, area_path, venue_id, controller_id, ssid, phone)
                select md5('attempt' || n)::uuid, 'PAGE_SHOWN', at, decode(md5('key' || n % 200000), 'hex'), %s, v[1 + n % 5],
                    c[1 + n % 5], 'CMCC-WiFi', 'ANDROID'
                """.replace("%s", AREA), ROWS);
    }

    private void numbers() {
        rows("""
                insert into party.ported_number (msisdn, operator, changed_at, by_actor)
                select '1390' || lpad(n::text, 7, '0'), (array['CHINA_TELECOM', 'CHINA_UNICOM'])[1 + n % 2], at, 'import'
                """, ROWS);
        rows("""
                insert into party.listed_number (msisdn, list, reason, changed_at, by_actor)
                select '1391' || lpad(n::text, 7, '0'), case when n % 100000 = 0 then 'ALLOW' else 'DENY' end, '', at, 'import'
                """, ROWS);
    }

    /**
     * Adds the source of the rows: n from 1, a moment {@code at} for each, the last one {@code until}, and the ids of controllers {@code c}
     * and venues {@code v}.
     */
    private void rows(String insertSelect, int rows) {
        db.sql(insertSelect + """
                         from (select g n, until, until - (span * (most - g)::float8 / most) * interval '1 second' as at,
                            (select array_agg(id order by id) from access.controller) c,
                            (select array_agg(id order by id) from access.venue) v
                        from (select cast(:until as timestamptz) until, cast(:span as bigint) span, cast(:rows as bigint) most) as wanted,
                            lateral generate_series(1, most) g) as source""")
                .param("until", until)
                .param("span", SPAN.toSeconds())
                .param("rows", rows)
                .update();
    }
}
