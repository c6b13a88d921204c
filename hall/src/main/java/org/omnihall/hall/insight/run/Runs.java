package org.omnihall.hall.insight.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.omnihall.hall.database.Conditions;
import org.omnihall.hall.database.Times;
import org.omnihall.hall.insight.ValueWindow;
import org.omnihall.hall.shell.Paging;
import org.omnihall.hall.shell.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of computations. One runs at a time, whatever node began it; one that was not heard of for a minute is given up. */
@Component
public class Runs {

    static final Duration SILENCE = Duration.ofMinutes(1);

    private static final String COLUMNS =
            "select id, state, step, master, by_actor, first_month, last_month, version, begun_at, ended_at, customers, fault, told_to, told from insight.run ";

    private final JdbcClient db;

    Runs(JdbcClient db) {
        this.db = db;
    }

    /** What a computation is begun with. */
    record Wish(String master, String byActor, ValueWindow window, long version) {}

    /** The new run; nothing where another one runs. */
    Optional<Long> begin(Wish wish, Instant at) {
        return db.sql("""
                insert into insight.run (state, step, master, by_actor, first_month, last_month, version, begun_at, beat_at)
                values ('RUNNING', 'STARTING', :master, :actor, :first, :last, :version, :at, :at)
                on conflict (state) where state = 'RUNNING' do nothing returning id""")
                .param("master", wish.master())
                .param("actor", wish.byActor())
                .param("first", wish.window().first().atDay(1))
                .param("last", wish.window().last().atDay(1))
                .param("version", wish.version())
                .param("at", Times.at(at))
                .query(Long.class)
                .optional();
    }

    /** The run has failed, unless its figures came into force. */
    void fail(long run, RunFault fault, Instant at) {
        db.sql("update insight.run set state = 'FAILED', fault = ?, ended_at = ? where id = ? and state = 'RUNNING'")
                .params(fault.name(), Times.at(at), run)
                .update();
    }

    /** Gives up what was not heard of. */
    int giveUp(Instant now) {
        return db.sql(
                        "update insight.run set state = 'FAILED', fault = 'LOST', ended_at = ? where state = 'RUNNING' and beat_at < ?")
                .params(Times.at(now), Times.at(now.minus(SILENCE)))
                .update();
    }

    public Optional<Run> find(long run) {
        return db.sql(COLUMNS + "where id = ?").param(run).query(Runs::read).optional();
    }

    /** The run whose figures are in force. */
    public Optional<Run> inForce() {
        return db.sql(COLUMNS + "where id = (select run_id from insight.standing)")
                .query(Runs::read)
                .optional();
    }

    public Optional<Run> running() {
        return db.sql(COLUMNS + "where state = 'RUNNING'").query(Runs::read).optional();
    }

    Slice<Run> list(Paging paging) {
        Conditions conditions = new Conditions()
                .and(
                        "id < :after",
                        "after",
                        paging.after()
                                .map(List::getFirst)
                                .filter(id -> id.matches("\\d{1,18}"))
                                .map(Long::parseLong))
                .with("limit", paging.limit());
        List<Run> rows = db.sql(COLUMNS + conditions.where() + " order by id desc limit :limit")
                .params(conditions.values())
                .query(Runs::read)
                .list();
        return paging.slice(rows, run -> List.of(Long.toString(run.id())));
    }

    private static Run read(ResultSet row, int number) throws SQLException {
        return new Run(
                row.getLong("id"),
                Run.State.valueOf(row.getString("state")),
                Run.Step.valueOf(row.getString("step")),
                row.getString("master"),
                row.getString("by_actor"),
                new ValueWindow(month(row, "first_month"), month(row, "last_month")),
                row.getLong("version"),
                Times.in(row, "begun_at"),
                Times.maybeIn(row, "ended_at"),
                row.getLong("customers"),
                Optional.of(row.getString("fault"))
                        .filter(fault -> !fault.isEmpty())
                        .map(RunFault::valueOf),
                row.getLong("told_to"),
                row.getBoolean("told"));
    }

    private static YearMonth month(ResultSet row, String column) throws SQLException {
        return YearMonth.from(row.getObject(column, LocalDate.class));
    }
}
