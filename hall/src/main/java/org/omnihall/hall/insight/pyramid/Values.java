package org.omnihall.hall.insight.pyramid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.omnihall.hall.database.Times;
import org.omnihall.hall.insight.ValueWindow;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The figures in force: how many are worth what, and what the tiers came to by the borders they were computed with. */
@Component
class Values {

    private final JdbcClient db;

    Values(JdbcClient db) {
        this.db = db;
    }

    /** The run whose figures are in force; nothing before the first. */
    Optional<InForce> inForce() {
        return db.sql("""
                select id, version, ended_at, first_month, last_month from insight.run
                where id = (select run_id from insight.standing)""").query(Values::run).optional();
    }

    List<Bar> bars(long run) {
        return db.sql("select fen, customers from insight.distribution where run_id = ?")
                .param(run)
                .query((row, number) -> new Bar(row.getLong("fen"), row.getLong("customers")))
                .list();
    }

    /** The borders that a run was computed with. */
    Tiering tiering(long run) {
        return new Tiering(
                db.sql("select from_fen from insight.run_tier where run_id = ? and from_fen is not null order by place")
                        .param(run)
                        .query((row, number) -> row.getLong("from_fen"))
                        .list());
    }

    /** Where the tiers of a draft would begin for the customers of a run: the same function as the nightly job's. */
    Tiering tiering(long run, Draft draft) {
        List<Long> from = new ArrayList<>();
        for (PyramidTier tier : draft.tiers().subList(0, draft.tiers().size() - 1)) {
            from.add(db.sql("select insight.begins_at(:run, :cut, :border)")
                    .param("run", run)
                    .param("cut", draft.cut().name())
                    .param("border", tier.border().orElse(null), Types.BIGINT)
                    .query(Long.class)
                    .single());
        }
        return new Tiering(from);
    }

    /** What the tiers of a draft would come to; nothing before the first computation, or where nobody has a value. */
    Optional<List<TierFigure>> preview(Draft draft) {
        return inForce().flatMap(now -> {
            List<Bar> bars = bars(now.run());
            return bars.isEmpty()
                    ? Optional.empty()
                    : Optional.of(tiering(now.run(), draft).figures(bars));
        });
    }

    private static InForce run(ResultSet row, int number) throws SQLException {
        return new InForce(
                row.getLong("id"),
                row.getLong("version"),
                Times.in(row, "ended_at"),
                new ValueWindow(month(row, "first_month"), month(row, "last_month")));
    }

    private static YearMonth month(ResultSet row, String column) throws SQLException {
        return YearMonth.from(row.getObject(column, LocalDate.class));
    }
}
