package org.omnihall.hall.insight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.TreeMap;
import org.omnihall.hall.shell.ShellSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What single customers are worth at this moment, by one statement, equal to the fen to what the nightly job computes for everybody. */
@Component
public class CustomerValues {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<TreeMap<String, Long>> BILLS = new TypeReference<>() {};
    private static final String VALUE = """
            select c.since, c.area_path, greatest(n.months, 0) as months, s.total,
                case when n.months > 0 then case when s.total < 0 then -1 else 1 end * ((2 * abs(s.total) + n.months) / (2 * n.months)) end
                    as fen, s.bills
            from insight.customer c
            cross join lateral (select insight.month_number(:last) - greatest(insight.month_number(c.since), insight.month_number(:first)) + 1)
                as n (months)
            cross join lateral (
                select coalesce(sum(b.fen), 0)::bigint, coalesce(jsonb_object_agg(to_char(b.month, 'YYYY-MM'), b.fen), '{}')
                from insight.spend b where b.subscriber_id = c.subscriber_id and b.month between :first and :last) as s (total, bills)
            where c.subscriber_id = :subscriber""";

    private final JdbcClient db;
    private final InsightSettings settings;
    private final ShellSettings shell;
    private final Clock clock;

    CustomerValues(JdbcClient db, InsightSettings settings, ShellSettings shell, Clock clock) {
        this.db = db;
        this.settings = settings;
        this.shell = shell;
        this.clock = clock;
    }

    /** The months that count at this moment. */
    public ValueWindow window() {
        return ValueWindow.before(clock.instant(), shell.zone(), settings.months());
    }

    /** Nothing for who is no customer as far as bills tell. */
    public Optional<Worth> of(long subscriber) {
        return of(subscriber, window());
    }

    Optional<Worth> of(long subscriber, ValueWindow window) {
        return db.sql(VALUE)
                .param("first", window.first().atDay(1))
                .param("last", window.last().atDay(1))
                .param("subscriber", subscriber)
                .query(CustomerValues::read)
                .optional();
    }

    private static Worth read(ResultSet row, int number) throws SQLException {
        TreeMap<YearMonth, Long> bills = new TreeMap<>();
        JSON.readValue(row.getString("bills"), BILLS).forEach((month, fen) -> bills.put(YearMonth.parse(month), fen));
        return new Worth(
                row.getInt("months"),
                row.getLong("total"),
                Optional.ofNullable(row.getObject("fen", Long.class)),
                bills,
                YearMonth.from(row.getObject("since", LocalDate.class)),
                row.getString("area_path"));
    }
}
