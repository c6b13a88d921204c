package org.omnihall.bench.measure;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Fills customers, their cards and a year of contacts straight into a hall's tables. Who is in contact is skewed as in life: a few are very
 * often. A month is filled as a table of its own and made a partition when it is full, so that its indexes are built once.
 */
final class CardTables {

    private static final int MONTHS = 12;

    private final JdbcClient db;
    private final CardSize size;
    private final Instant until;

    CardTables(JdbcClient db, CardSize size, Instant until) {
        this.db = db;
        this.size = size;
        this.until = until;
    }

    void fill() {
        customers();
        YearMonth last = YearMonth.from(until.atOffset(ZoneOffset.UTC));
        for (int back = MONTHS - 1; back >= 0; back--) {
            month(last.minusMonths(back));
        }
        db.sql("vacuum analyze").update();
    }

    private void customers() {
        db.sql("""
                insert into party.subscriber (msisdn, first_seen)
                select (13000000000 + n * 61)::text, :until::timestamptz from generate_series(1, :customers) n""")
                .param("until", until.toString())
                .param("customers", size.customers())
                .update();
        db.sql("""
                insert into interaction.card (subscriber_id, version, recommendation, state, value, changed_at)
                select id, 3,
                    jsonb_build_array(
                        jsonb_build_object('offering', 'plan-' || id % 90, 'zh', '升级到更大流量的套餐', 'en', 'A plan with more data',
                            'priority', 1, 'reasonZh', '流量连续三个月用尽', 'reasonEn', 'Used up three months in a row',
                            'until', :later::text),
                        jsonb_build_object('offering', 'wifi-' || id % 7, 'zh', '家庭无线宽带', 'en', 'Wi-Fi at home',
                            'priority', 2, 'reasonZh', '常在热点上网', 'reasonEn', 'Often at hot spots', 'until', :later::text)),
                    jsonb_build_object('ORDERING', jsonb_build_array(
                        jsonb_build_object('kind', 'PRODUCT', 'product', 'plan-' || id % 90, 'state', 'ACTIVE', 'since', :since::text,
                            'zh', '使用中', 'en', 'In use'),
                        jsonb_build_object('kind', 'BILL', 'product', 'bill', 'state', 'OPEN', 'since', :since::text,
                            'zh', '本月账单未缴', 'en', 'This month''s bill is open'))),
                    jsonb_build_object('tier', (array['A', 'B', 'C'])[1 + id % 3], 'monthlyFen', id % 30000,
                        'churnRisk', (id % 100) / 100.0, 'asOf', :since::text),
                    :since::timestamptz
                from party.subscriber""")
                .param("later", until.plusSeconds(86_400L * 30).toString())
                .param("since", until.toString())
                .update();
    }

    private void month(YearMonth month) {
        String table = "interaction.contact_%04d_%02d".formatted(month.getYear(), month.getMonthValue());
        db.sql("drop table if exists " + table).update();
        db.sql("create table " + table + " (like interaction.contact including defaults including constraints)")
                .update();
        contacts(table, month);
        db.sql("alter table interaction.contact attach partition %s for values from ('%s') to ('%s')"
                        .formatted(table, utc(month), utc(month.plusMonths(1))))
                .update();
        db.sql("create unique index on " + table + " (source, source_id)").update();
        System.err.println(month + " is filled");
    }

    private void contacts(String table, YearMonth month) {
        Instant from = month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        Instant end = month.plusMonths(1).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        db.sql("""
                insert into %s (id, at, written_at, source, source_id, journey, channel_id, subscriber_id, direction, kind,
                    outcome, detail, area_path)
                select nextval(pg_get_serial_sequence('interaction.contact', 'id')), at, at, 'bench', n::text,
                    md5(n / 4 || :salt)::uuid, 1 + n %% 7, 1 + floor(:customers * power(random(), 1.5))::bigint,
                    case when n %% 9 = 0 then 'OUTBOUND' else 'INBOUND' end,
                    (array['PAGE_SEEN', 'CODE_ASKED', 'LOGIN', 'SLOT_SHOWN', 'SESSION_OPENED', 'SESSION_CLOSED', 'ENQUIRY'])[1 + n %% 7],
                    'DONE', '{"page": "plans"}', (array['/zj/hz/', '/zj/nb/', '/zj/wz/'])[1 + n %% 3]
                from (select n, :from::timestamptz + (n - 1) * (:until::timestamptz - :from::timestamptz) / :rows as at
                    from generate_series(1, :rows) n) as made""".formatted(table))
                .param("salt", month.toString())
                .param("customers", size.customers())
                .param("from", from.toString())
                .param("until", (end.isBefore(until) ? end : until).toString())
                .param("rows", size.contacts() / MONTHS)
                .update();
    }

    private static LocalDate utc(YearMonth month) {
        return month.atDay(1);
    }
}
