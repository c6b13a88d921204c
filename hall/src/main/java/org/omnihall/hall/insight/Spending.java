package org.omnihall.hall.insight;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What customers spent month by month, as BOSS, CRM and billing tell it; the door for many rows at once. */
@Component
public class Spending {

    /** The largest bill, or refund, that is taken: ten thousand million yuan. */
    static final long MOST_FEN = 1_000_000_000_000L;

    private static final String STAGING = """
            create temporary table if not exists spend_staging (subscriber_id bigint, month date, fen bigint, joined date, area_path text)
            on commit delete rows""";
    private static final String CUSTOMERS = """
            insert into insight.customer as known (subscriber_id, since, area_path)
            select subscriber_id, least(min(month), min(joined)), max(area_path) from spend_staging group by subscriber_id
            order by subscriber_id
            on conflict (subscriber_id) do update set since = least(known.since, excluded.since), area_path = excluded.area_path
            where (known.since, known.area_path) is distinct from (least(known.since, excluded.since), excluded.area_path)""";
    private static final String BILLS = """
            insert into insight.spend as known (subscriber_id, month, fen)
            select subscriber_id, month, fen from spend_staging order by subscriber_id, month
            on conflict (subscriber_id, month) do update set fen = excluded.fen where known.fen <> excluded.fen""";

    /**
     * One month of one customer.
     *
     * @param fen what he spent, refunds taken off; below zero where he got more back
     * @param joined the month in which he joined, where it is known; else his first bill tells
     * @param areaPath the Area he belongs to now
     */
    public record Bill(long subscriber, YearMonth month, long fen, Optional<YearMonth> joined, String areaPath) {

        public Bill {
            if (Math.abs(fen) > MOST_FEN) {
                throw new IllegalArgumentException("no bill of a month: " + fen);
            }
        }
    }

    private record Key(long subscriber, YearMonth month) {}

    private final JdbcTemplate db;

    Spending(JdbcTemplate db) {
        this.db = db;
    }

    /** Takes bills, by COPY; one that was told before is replaced, of two of one month the later counts. */
    @Transactional
    public void tell(List<Bill> bills) {
        Map<Key, Bill> once = new LinkedHashMap<>();
        bills.forEach(bill -> once.put(new Key(bill.subscriber(), bill.month()), bill));
        StringBuilder rows = new StringBuilder(once.size() * 40);
        once.values().forEach(bill -> write(rows, bill));
        db.execute(STAGING);
        db.execute("truncate spend_staging");
        db.execute((ConnectionCallback<Long>) connection -> copy(connection, rows.toString()));
        db.update(CUSTOMERS);
        db.update(BILLS);
    }

    private static void write(StringBuilder rows, Bill bill) {
        rows.append(bill.subscriber())
                .append('\t')
                .append(bill.month().atDay(1))
                .append('\t')
                .append(bill.fen())
                .append('\t')
                .append(bill.joined().map(joined -> joined.atDay(1).toString()).orElse("\\N"))
                .append('\t')
                .append(bill.areaPath())
                .append('\n');
    }

    private static long copy(Connection connection, String rows) throws SQLException {
        try {
            return connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy spend_staging from stdin",
                            new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
