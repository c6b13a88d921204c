package org.omnihall.hall.insight.pyramid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.omnihall.hall.database.Conditions;
import org.omnihall.hall.database.Times;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.party.Subscribers;
import org.omnihall.hall.shell.Paging;
import org.omnihall.hall.shell.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is in which tier, by the figures in force, and how he came there. */
@Component
class TierMembers {

    private static final String COLUMNS = "select subscriber_id, area_path, months, fen, place from insight.value ";
    private static final String IN_FORCE = "run_id = (select run_id from insight.standing)";
    private static final int BATCH = 2_000;

    private final JdbcClient db;
    private final Subscribers subscribers;

    TierMembers(JdbcClient db, Subscribers subscribers) {
        this.db = db;
        this.subscribers = subscribers;
    }

    private record Row(long subscriber, String areaPath, int months, long fen, int place) {}

    /** The customers of a tier, the most valuable first. */
    Slice<Tiered> list(int place, String areaPath, Paging paging) {
        Conditions conditions = new Conditions()
                .and(IN_FORCE)
                .and("place = :place", "place", place)
                .below("area_path", areaPath)
                .with("limit", paging.limit());
        paging.after()
                .filter(TierMembers::isKey)
                .ifPresent(key -> conditions
                        .and("(fen, subscriber_id) < (:fen, :subscriber)", "fen", Long.parseLong(key.getFirst()))
                        .with("subscriber", Long.parseLong(key.getLast())));
        List<Row> rows = rows(conditions, " order by fen desc, subscriber_id desc limit :limit");
        return paging.slice(shown(rows), one -> List.of(Long.toString(one.fen()), Long.toString(one.subscriber())));
    }

    Optional<Tiered> find(long subscriber) {
        Conditions conditions =
                new Conditions().and(IN_FORCE).and("subscriber_id = :subscriber", "subscriber", subscriber);
        return shown(rows(conditions, "")).stream().findFirst();
    }

    /**
     * Hands over everybody of an Area as one run computed them, some at a time, whatever comes into force meanwhile.
     *
     * @throws FiguresGone where the run's figures were dropped before the end
     */
    void each(long run, String areaPath, Consumer<Tiered> to) {
        long after = 0;
        List<Row> rows;
        do {
            rows = rows(
                    new Conditions()
                            .and("run_id = :run", "run", run)
                            .and("subscriber_id > :after", "after", after)
                            .below("area_path", areaPath),
                    " order by subscriber_id limit " + BATCH);
            shown(rows).forEach(to);
            after = rows.isEmpty() ? after : rows.getLast().subscriber();
        } while (rows.size() == BATCH);
        if (!isKept(run)) {
            throw new FiguresGone(run);
        }
    }

    private boolean isKept(long run) {
        return db.sql("select to_regclass('insight.value_' || ?) is not null")
                .param(run)
                .query(Boolean.class)
                .single();
    }

    /** How a customer's tier changed, the newest first. */
    List<TierChange> history(long subscriber, int most) {
        return db.sql("""
                        select c.at, r.version, coalesce((select b.version from insight.run b where b.state = 'PUBLISHED' and b.id < r.id
                            order by b.id desc limit 1), r.version) as from_version, c.from_place, c.to_place, c.from_fen, c.to_fen, c.reason
                        from insight.tier_change c join insight.run r on r.id = c.run_id
                        where c.subscriber_id = ? order by c.run_id desc limit ?""").params(subscriber, most).query(TierMembers::change).list();
    }

    private List<Row> rows(Conditions conditions, String end) {
        return db.sql(COLUMNS + conditions.where() + end)
                .params(conditions.values())
                .query((row, number) -> new Row(
                        row.getLong("subscriber_id"),
                        row.getString("area_path"),
                        row.getInt("months"),
                        row.getLong("fen"),
                        row.getInt("place")))
                .list();
    }

    private List<Tiered> shown(List<Row> rows) {
        Map<Long, Msisdn> numbers =
                subscribers.numbersOf(rows.stream().map(Row::subscriber).toList());
        return rows.stream()
                .map(row -> new Tiered(
                        row.subscriber(),
                        Optional.ofNullable(numbers.get(row.subscriber()))
                                .map(Msisdn::masked)
                                .orElse("–"),
                        row.areaPath(),
                        row.months(),
                        row.fen(),
                        row.place()))
                .toList();
    }

    private static TierChange change(ResultSet row, int number) throws SQLException {
        return new TierChange(
                Times.in(row, "at"),
                row.getLong("version"),
                row.getLong("from_version"),
                Optional.ofNullable(row.getObject("from_place", Integer.class)),
                row.getInt("to_place"),
                Optional.ofNullable(row.getObject("from_fen", Long.class)),
                row.getLong("to_fen"),
                TierChange.Reason.valueOf(row.getString("reason")));
    }

    private static boolean isKey(List<String> fields) {
        return fields.size() == 2
                && fields.getFirst().matches("-?\\d{1,15}")
                && fields.getLast().matches("\\d{1,18}");
    }
}
