package org.omnihall.bench.crash;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Holds chosen orders at chosen points of chosen steps, by triggers in the hall's own database: the hall itself is as it is sold. Whoever
 * comes to a point waits in his transaction until the gates are opened, or until he is killed there.
 */
final class Gates {

    /** Where in a step an order is held. */
    enum Point {
        /** Before the step is claimed. */
        DUE("due"),
        /** Claimed; the first row of the deed is being written. */
        BEGUN("begun"),
        /** The deed is done in its transaction, which has not committed. */
        MADE("made"),
        /** The command to BOSS is being put into the outbox. */
        PUT("put"),
        /** The command is in the outbox; that the step waits for the answer is being written. */
        ASKED("asked"),
        /** BOSS has done it; that it has is being written. */
        ANSWERED("answered"),
        /** The deed has committed; that the step is done is being written. */
        DONE("done"),
        /** Before the taking back is claimed. */
        UNDO_DUE("undo due"),
        /** Claimed; the first row of the taking back is being taken away. */
        UNDO_BEGUN("undo begun"),
        /** The command that takes back is being put into the outbox. */
        UNDO_PUT("undo put"),
        /** The taking back has committed; that it is done is being written. */
        UNDONE("undone");

        private final String shown;

        Point(String shown) {
            this.shown = shown;
        }

        String shown() {
            return shown;
        }
    }

    /** One order held at one point. */
    record Gate(String key, String kind, Point point) {}

    private final JdbcClient db;

    Gates(DataSource database) {
        this.db = JdbcClient.create(database);
    }

    /** Builds what holds; once in the life of a database. */
    void build() {
        db.sql("create schema crash").update();
        db.sql("""
                        create table crash.gate (client_key text, kind text, point text, primary key (client_key, kind, point))""").update();
        db.sql("""
                        create function crash.closed(of_key text, of_kind text, at_point text) returns boolean language sql volatile
                            return exists (select from crash.gate where client_key = of_key and kind = of_kind and point = at_point)""").update();
        db.sql("""
                        create function crash.pass(of_key text, of_kind text, at_point text) returns void language plpgsql as $$
                        begin
                            while crash.closed(of_key, of_kind, at_point) loop
                                perform set_config('application_name', 'gate ' || of_key, false);
                                perform pg_sleep(0.05);
                            end loop;
                        end $$""").update();
        steps();
        provisions();
        commands();
    }

    private void steps() {
        db.sql("""
                        create function crash.step() returns trigger language plpgsql as $$
                        declare of_key text := (select client_key from ordering.customer_order where id = new.order_id);
                            claimed boolean := old.claim is null and new.claim is not null;
                        begin
                            if old.claim is not null and new.claim <> old.claim
                                    and exists (select from crash.gate where client_key = of_key) then
                                return null; -- whose lease has passed at a gate stays there
                            elsif claimed and new.state = 'RUNNING' and old.state = 'WAITING' and crash.closed(of_key, new.kind, 'due') then
                                return null;
                            elsif claimed and new.state = 'UNDOING' and crash.closed(of_key, new.kind, 'undo due') then
                                return null;
                            elsif old.state = 'RUNNING' and new.state = 'DONE' then
                                perform crash.pass(of_key, new.kind, 'done');
                            elsif old.state = 'RUNNING' and new.state = 'WAITING' then
                                perform crash.pass(of_key, new.kind, 'asked');
                            elsif old.state = 'UNDOING' and new.state = 'UNDONE' then
                                perform crash.pass(of_key, new.kind, 'undone');
                            end if;
                            return new;
                        end $$""").update();
        db.sql("create trigger crash_step before update on ordering.step for each row execute function crash.step()")
                .update();
    }

    private void provisions() {
        db.sql("""
                        create function crash.provision() returns trigger language plpgsql as $$
                        declare of_key text;
                            of_kind text;
                            at_point text := case tg_op when 'INSERT' then 'begun' when 'UPDATE' then 'made' else 'undo begun' end;
                            of_step text := case tg_op when 'DELETE' then old.step_key else new.step_key end;
                        begin
                            select o.client_key, s.kind into of_key, of_kind from ordering.step s
                                join ordering.customer_order o on o.id = s.order_id where s.step_key = of_step limit 1;
                            perform crash.pass(of_key, of_kind, at_point);
                            return case tg_op when 'DELETE' then old else new end;
                        end $$""").update();
        db.sql("""
                        create trigger crash_provision before insert or update or delete on access.provision
                            for each row execute function crash.provision()""").update();
    }

    private void commands() {
        db.sql("""
                        create function crash.command() returns trigger language plpgsql as $$
                        declare of_key text := (select client_key from ordering.customer_order where id = new.order_id);
                            back boolean := new.command_key like '%-CLOSE';
                        begin
                            if tg_op = 'INSERT' then
                                perform crash.pass(of_key, 'boss.open', case when back then 'undo put' else 'put' end);
                            elsif old.state = 'WAITING' and new.state = 'DONE' and not back then
                                perform crash.pass(of_key, 'boss.open', 'answered');
                            end if;
                            return new;
                        end $$""").update();
        db.sql("""
                        create trigger crash_command before insert or update on ordering.boss_command
                            for each row execute function crash.command()""").update();
    }

    void close(Gate gate) {
        db.sql("insert into crash.gate values (?, ?, ?)")
                .params(gate.key(), gate.kind(), gate.point().shown())
                .update();
    }

    /** Lets everybody go on who still lives. */
    void openAll() {
        db.sql("delete from crash.gate").update();
    }

    /** Those at which the hall stands now. */
    Set<Gate> reached(Collection<Gate> gates) {
        Set<String> asleep = new HashSet<>(db.sql("""
                        select substr(application_name, 6) from pg_stat_activity
                        where application_name like 'gate %' and state = 'active'""").query(String.class).list());
        Set<Gate> reached = new HashSet<>();
        gates.stream()
                .filter(gate -> (gate.point() == Point.DUE || gate.point() == Point.UNDO_DUE)
                        ? isDue(gate)
                        : asleep.contains(gate.key()))
                .forEach(reached::add);
        return reached;
    }

    private boolean isDue(Gate gate) {
        return db.sql("""
                        select exists (select from ordering.step s join ordering.customer_order o on o.id = s.order_id
                            where o.client_key = ? and s.kind = ? and s.state = ? and s.due_at is not null and s.claim is null)""")
                .params(List.of(gate.key(), gate.kind(), gate.point() == Point.DUE ? "WAITING" : "UNDOING"))
                .query(Boolean.class)
                .single();
    }
}
