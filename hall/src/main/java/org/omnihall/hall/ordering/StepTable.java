package org.omnihall.hall.ordering;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.omnihall.hall.database.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rows of steps. Who writes to a step holds its order; who claims one waits for nobody: an order that is held is passed over.
 */
@Component
class StepTable {

    /** A step that this node may work at until the lease ends. */
    record Claimed(long step, long order, UUID claim) {}

    private final JdbcClient db;

    StepTable(JdbcClient db) {
        this.db = db;
    }

    void insert(long order, Step step) {
        db.sql("""
                        insert into ordering.step (order_id, item_id, place, kind, offering_code, step_key, direction, state, result)
                        values (:order, :item, :place, :kind, :offering, :key, :direction, :state, :result::jsonb)""")
                .param("order", order)
                .param("item", step.item())
                .param("place", step.place())
                .param("kind", step.kind())
                .param("offering", step.offering())
                .param("key", step.key())
                .param("direction", step.direction().name())
                .param("state", step.state().name())
                .param("result", JsonMaps.of(step.result()))
                .update();
    }

    /** In their order. */
    List<Step> of(long order) {
        return db.sql("select * from ordering.step where order_id = ? order by place")
                .param(order)
                .query(StepTable::row)
                .list();
    }

    /** What was done for a product when it was added, in the order of doing. */
    List<Step> madeOf(long product) {
        return db.sql("""
                        select s.* from ordering.step s join ordering.order_item i on i.id = s.item_id
                        where i.product_id = ? and i.action = 'ADD' and s.state = 'DONE' order by s.id""").param(product).query(StepTable::row).list();
    }

    /**
     * Claims steps that are due, also those whose lease has passed. A step that was running when its order was cancelled is undone, since
     * nobody knows how far it got.
     */
    List<Claimed> claim(int most, Instant now, Duration lease) {
        return db.sql("""
                        with due as (
                            select s.id, o.state as order_state from ordering.step s join ordering.customer_order o on o.id = s.order_id
                            where s.due_at <= :now order by s.due_at, s.id limit :most for update skip locked)
                        update ordering.step s set due_at = :lease, claim = gen_random_uuid(), tries = s.tries + 1,
                            began_at = coalesce(s.began_at, :now),
                            state = case when due.order_state in ('COMPENSATING', 'CANCELLING') then 'UNDOING' else 'RUNNING' end
                        from due where s.id = due.id returning s.id, s.order_id, s.claim""")
                .param("now", Times.at(now))
                .param("lease", Times.at(now.plus(lease)))
                .param("most", most)
                .query((row, number) ->
                        new Claimed(row.getLong("id"), row.getLong("order_id"), row.getObject("claim", UUID.class)))
                .list();
    }

    /** Whether the claim still holds: nobody has claimed the step after it. */
    boolean holds(Claimed claimed) {
        return db.sql("select exists (select from ordering.step where id = ? and claim = ? and due_at is not null)")
                .params(claimed.step(), claimed.claim())
                .query(Boolean.class)
                .single();
    }

    /** Writes what an outcome made of the step; the claim is over. */
    void put(long step, Report report) {
        db.sql("""
                        update ordering.step set state = :state, due_at = :due, claim = null, result = :result::jsonb, reason = :reason
                        where id = :id""")
                .param("state", report.state().name())
                .param("due", Times.at(report.due()))
                .param("result", JsonMaps.of(report.result()))
                .param("reason", cut(report.reason()))
                .param("id", step)
                .update();
    }

    /** Waiting does not count as a failure. */
    void forgiveTry(long step) {
        db.sql("update ordering.step set tries = tries - 1 where id = ?")
                .param(step)
                .update();
    }

    /** Makes the step the one that is worked at next. */
    void due(long step, Step.State state, Instant at) {
        db.sql("""
                        update ordering.step set tries = case when state = :state then tries else 0 end,
                            began_at = case when state = :state then began_at end, state = :state, due_at = :at
                        where id = :id""")
                .param("state", state.name())
                .param("at", Times.at(at))
                .param("id", step)
                .update();
    }

    /** Tries are counted from nothing again. */
    void restart(long step, Step.State state) {
        db.sql("update ordering.step set state = ?, tries = 0, began_at = null where id = ?")
                .params(state.name(), step)
                .update();
    }

    /** What has not begun does not begin any more. */
    void skipWaiting(long order) {
        db.sql(
                        "update ordering.step set due_at = null, state = 'SKIPPED' where order_id = ? and state = 'WAITING' and began_at is null")
                .param(order)
                .update();
        db.sql("update ordering.step set due_at = null, state = 'FAILED' where order_id = ? and state = 'WAITING'")
                .param(order)
                .update();
    }

    private static String cut(String reason) {
        return reason.length() > 200 ? reason.substring(0, 200) : reason;
    }

    private static Step row(ResultSet row, int number) throws SQLException {
        return new Step(
                row.getLong("id"),
                row.getLong("item_id"),
                row.getInt("place"),
                row.getString("kind"),
                row.getString("offering_code"),
                row.getString("step_key"),
                Step.Direction.valueOf(row.getString("direction")),
                Step.State.valueOf(row.getString("state")),
                row.getInt("tries"),
                Times.maybeIn(row, "began_at"),
                JsonMaps.texts(row.getString("result")),
                row.getString("reason"));
    }
}
