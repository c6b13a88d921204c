package org.omnihall.hall.ordering.boss;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.omnihall.hall.database.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The commands that wait and those that are settled. Nothing is taken away before it is settled, so nothing is lost; what was refused is taken
 * away when its step has been told, so that a step that is tried again asks again.
 */
@Component
class BossOutbox {

    /** Whether a command may be sent now. */
    sealed interface Turn {

        record Send(BossCommand command) implements Turn {}

        /** The rate asks to wait until the moment. */
        record Wait(Instant until) implements Turn {}

        record Nothing() implements Turn {}
    }

    /** How far a command is. */
    record Standing(State state, String answer) {}

    enum State {
        WAITING,
        DONE,
        REFUSED
    }

    private static final int LONGEST_ANSWER = 200;

    private final JdbcClient db;

    BossOutbox(JdbcClient db) {
        this.db = db;
    }

    /** Puts a command in; one of the same key that is there stays as it is. Commands of one subject are sent one after the other. */
    Standing put(String key, String subject, long order, String body, Instant now) {
        db.sql("""
                        insert into ordering.boss_command (command_key, subject, order_id, body, state, due_at, made_at)
                        values (:key, :subject, :order, :body::jsonb, 'WAITING', :now, :now) on conflict do nothing""")
                .param("key", key)
                .param("subject", subject)
                .param("order", order)
                .param("body", body)
                .param("now", Times.at(now))
                .update();
        return standing(key).orElseThrow();
    }

    Optional<Standing> standing(String key) {
        return db.sql("select state, answer from ordering.boss_command where command_key = ?")
                .param(key)
                .query((row, number) -> new Standing(State.valueOf(row.getString("state")), row.getString("answer")))
                .optional();
    }

    /** Forgets what was refused, so that it can be put in anew. */
    void forget(String key) {
        db.sql("delete from ordering.boss_command where command_key = ? and state = 'REFUSED'")
                .param(key)
                .update();
    }

    /** Takes the next turn of all nodes, where a command is due and the rate lets it. */
    @Transactional
    public Turn turn(Instant now, Duration interval, Duration lease) {
        Instant next = db.sql("select next_at from ordering.boss_turn for update")
                .query((row, number) -> Times.in(row, "next_at"))
                .single();
        Optional<Long> due = db.sql("""
                        select c.id from ordering.boss_command c where c.state = 'WAITING' and c.due_at <= ?
                            and not exists (select from ordering.boss_command earlier where earlier.state = 'WAITING'
                                and earlier.subject = c.subject and earlier.id < c.id)
                        order by c.due_at, c.id limit 1 for update skip locked""").param(Times.at(now)).query(Long.class).optional();
        if (due.isEmpty()) {
            return new Turn.Nothing();
        }
        if (next.isAfter(now)) {
            return new Turn.Wait(next);
        }
        db.sql("update ordering.boss_turn set next_at = ?")
                .param(Times.at(now.plus(interval)))
                .update();
        return new Turn.Send(db.sql("""
                        update ordering.boss_command set due_at = ?, tries = tries + 1 where id = ?
                        returning id, command_key, subject, body, tries""")
                .params(Times.at(now.plus(lease)), due.get())
                .query((row, number) -> new BossCommand(
                        row.getLong("id"),
                        row.getString("command_key"),
                        row.getString("subject"),
                        row.getString("body"),
                        row.getInt("tries")))
                .single());
    }

    void settled(BossCommand command, State state, String answer, Instant now) {
        db.sql("""
                        update ordering.boss_command set state = ?, answer = ?, settled_at = ? where id = ? and state = 'WAITING'""")
                .params(state.name(), cut(answer), Times.at(now), command.id())
                .update();
    }

    void later(BossCommand command, String answer, Instant due) {
        db.sql("update ordering.boss_command set due_at = ?, answer = ? where id = ? and state = 'WAITING'")
                .params(Times.at(due), cut(answer), command.id())
                .update();
    }

    private static String cut(String answer) {
        return answer.length() > LONGEST_ANSWER ? answer.substring(0, LONGEST_ANSWER) : answer;
    }
}
