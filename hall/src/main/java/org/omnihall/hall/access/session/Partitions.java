package org.omnihall.hall.access.session;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Makes the monthly partitions of closed sessions and of their events before they are needed. It never drops one: usage is not deleted. */
@Component
class Partitions {

    private static final List<String> TABLES = List.of("closed_session", "session_event");
    private static final int MONTHS_AHEAD = 3;

    private final JdbcClient db;
    private YearMonth preparedIn = YearMonth.of(1, 1);

    Partitions(JdbcClient db) {
        this.db = db;
    }

    /** Once a month: this month's and the next three. */
    void prepare(Instant now) {
        YearMonth month = YearMonth.from(now.atOffset(ZoneOffset.UTC));
        if (month.equals(preparedIn)) {
            return;
        }
        for (int ahead = 0; ahead <= MONTHS_AHEAD; ahead++) {
            for (String table : TABLES) {
                create(table, month.plusMonths(ahead));
            }
        }
        preparedIn = month;
    }

    private void create(String table, YearMonth month) {
        String name = "%s_%d_%02d".formatted(table, month.getYear(), month.getMonthValue());
        if (exists(name) || hasRows(table + "_rest", month)) {
            return;
        }
        db.sql("create table access.%s partition of access.%s for values from ('%s') to ('%s')"
                        .formatted(name, table, utc(month), utc(month.plusMonths(1))))
                .update();
    }

    private boolean exists(String name) {
        return db.sql("select exists (select 1 from pg_tables where schemaname = 'access' and tablename = ?)")
                .param(name)
                .query(Boolean.class)
                .single();
    }

    /** A month that began in the partition for the rest stays there. */
    private boolean hasRows(String rest, YearMonth month) {
        String column = rest.startsWith("closed") ? "closed_at" : "at";
        return db.sql("select exists (select 1 from access.%s where %s >= '%s' and %s < '%s')"
                        .formatted(rest, column, utc(month), column, utc(month.plusMonths(1))))
                .query(Boolean.class)
                .single();
    }

    private static String utc(YearMonth month) {
        LocalDate first = month.atDay(1);
        return first + " 00:00:00+00";
    }
}
