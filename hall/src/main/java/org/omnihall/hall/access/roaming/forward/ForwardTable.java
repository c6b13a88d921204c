package org.omnihall.hall.access.roaming.forward;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.omnihall.hall.database.Times;
import org.omnihall.octets.Octets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Accounting that home servers have not acknowledged yet; any node may deliver what another wrote. */
@Component
public class ForwardTable {

    private final JdbcClient db;

    ForwardTable(JdbcClient db) {
        this.db = db;
    }

    /** In one statement, which is one transaction. */
    void insert(List<Kept> some) {
        db.sql("""
                        insert into access.roaming_forward (id, realm_id, realm, packet, received_at, due_at, tries)
                        select u.id::uuid, u.realm_id::bigint, u.realm, decode(u.packet, 'hex'), u.at::timestamptz, u.at::timestamptz, 0
                        from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[]) as u (id, realm_id, realm, packet, at)""")
                .param(some.stream().map(one -> one.id().toString()).toArray(String[]::new))
                .param(some.stream().map(one -> Long.toString(one.realm())).toArray(String[]::new))
                .param(some.stream().map(Kept::realmName).toArray(String[]::new))
                .param(some.stream().map(one -> one.packet().toHex()).toArray(String[]::new))
                .param(some.stream().map(one -> one.receivedAt().toString()).toArray(String[]::new))
                .update();
    }

    /** Takes what is due for the time of the lease. */
    @Transactional
    public List<Kept> claim(Instant now, Duration lease, int most) {
        return db.sql("""
                        update access.roaming_forward f set due_at = :until
                        where f.id in (select id from access.roaming_forward where due_at <= :now order by due_at limit :most
                            for update skip locked)
                        returning f.id, f.realm_id, f.realm, f.packet, f.received_at, f.tries""")
                .param("until", Times.at(now.plus(lease)))
                .param("now", Times.at(now))
                .param("most", most)
                .query((row, number) -> new Kept(
                        row.getObject("id", UUID.class),
                        row.getLong("realm_id"),
                        row.getString("realm"),
                        Octets.of(row.getBytes("packet")),
                        Times.in(row, "received_at"),
                        row.getInt("tries")))
                .list();
    }

    /** These have arrived, or never will. */
    void delete(Collection<Kept> some) {
        if (!some.isEmpty()) {
            db.sql("delete from access.roaming_forward where id = any(?::text[]::uuid[])")
                    .param(some.stream().map(one -> one.id().toString()).toArray(String[]::new))
                    .update();
        }
    }

    /** This is to be tried again then. */
    void again(Kept one, Instant then) {
        db.sql("update access.roaming_forward set due_at = ?, tries = tries + 1 where id = ?")
                .params(Times.at(then), one.id())
                .update();
    }

    /** How many wait, by the realm's id. */
    public Map<Long, Long> waiting() {
        Map<Long, Long> waiting = new HashMap<>();
        db.sql("select realm_id, count(*) from access.roaming_forward group by realm_id")
                .query((row, number) -> waiting.put(row.getLong(1), row.getLong(2)))
                .list();
        return waiting;
    }
}
