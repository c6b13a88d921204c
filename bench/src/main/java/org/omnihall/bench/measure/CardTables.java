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
        CustomerTables.fill(db, size.customers(), until);
        YearMonth last = YearMonth.from(until.atOffset(ZoneOffset.UTC));
        for (int back = MONTHS - 1; back >= 0; back--) {
            month(last.minusMonths(back));
        }
        db.sql("vacuum analyze").update();
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
