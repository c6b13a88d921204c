package org.omnihall.hall.openapi.hub;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.omnihall.hall.audit.AuditTrail;
import org.omnihall.hall.database.Conditions;
import org.omnihall.hall.database.Times;
import org.omnihall.hall.node.Bell;
import org.omnihall.hall.shell.Paging;
import org.omnihall.hall.shell.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The deliveries, for people to look at and to set going again. */
@Component
public class DeliveryLog {

    /** How far a delivery came. */
    public enum State {
        WAITING,
        DELIVERED,
        DEAD
    }

    /**
     * One delivery as a list shows it.
     *
     * @param subject the resource and its id, such as {@code product:17}
     * @param tries how often it was sent
     * @param lastAnswer the status, or what kept it from being sent
     */
    public record Entry(
            long id,
            String client,
            String callback,
            String eventType,
            String subject,
            Instant at,
            State state,
            int tries,
            Instant dueAt,
            String lastAnswer) {}

    private final JdbcClient db;
    private final AuditTrail audit;
    private final Bell bell;
    private final Clock clock;

    DeliveryLog(JdbcClient db, AuditTrail audit, Bell deliveryBell, Clock clock) {
        this.db = db;
        this.audit = audit;
        this.bell = deliveryBell;
        this.clock = clock;
    }

    /** The newest first, of subscriptions of this Area. */
    public Slice<Entry> list(String areaPath, Optional<State> state, Optional<String> client, Paging paging) {
        Conditions asked = new Conditions()
                .and("starts_with(s.area_path, :area)", "area", areaPath)
                .and("d.state = :state", "state", state.map(State::name))
                .and("s.client = :client", "client", client);
        paging.after()
                .map(List::getFirst)
                .filter(text -> text.matches("\\d{1,18}"))
                .ifPresent(text -> asked.and("d.id < :after", "after", Long.valueOf(text)));
        List<Entry> rows = db.sql("""
                        select d.id, s.client, s.callback, d.event_type, d.subject, d.at, d.state, d.tries, d.due_at, d.last_answer
                        from openapi.delivery d join openapi.subscription s on s.id = d.subscription_id""" + asked.where() + " order by d.id desc limit :limit")
                .params(asked.with("limit", paging.limit()).values())
                .query(DeliveryLog::read)
                .list();
        return paging.slice(rows, row -> List.of(Long.toString(row.id())));
    }

    /** Sends what was given up once more, with all its tries. */
    @Transactional
    public boolean again(long id, String areaPath, String actor) {
        int due = db.sql("""
                        update openapi.delivery d set state = 'WAITING', tries = 0, due_at = :now, settled_at = null
                        from openapi.subscription s where d.id = :id and d.state = 'DEAD' and s.id = d.subscription_id
                            and starts_with(s.area_path, :area)""")
                .param("now", Times.at(clock.instant()))
                .param("id", id)
                .param("area", areaPath)
                .update();
        if (due == 1) {
            audit.record(actor, "hub.again", "delivery:" + id, "");
            bell.ring();
        }
        return due == 1;
    }

    private static Entry read(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getLong("id"),
                row.getString("client"),
                row.getString("callback"),
                row.getString("event_type"),
                row.getString("subject"),
                Times.in(row, "at"),
                State.valueOf(row.getString("state")),
                row.getInt("tries"),
                Times.in(row, "due_at"),
                row.getString("last_answer"));
    }
}
