package org.omnihall.hall.access.binding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.omnihall.hall.database.Times;
import org.omnihall.octets.MacAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Keeps the bindings. */
@Component
public class Bindings {

    /**
     * What a verified login gives birth to; only {@code LoginOutcomes.accepted} of an attempt verified by code makes one (rule 2).
     *
     * @param life until it expires
     * @param devices how many devices a subscriber may have in the group; the one not used for longest gives way
     */
    public record Birth(
            String ssidGroup,
            MacAddress mac,
            long subscriberId,
            UUID attempt,
            String areaPath,
            Duration life,
            int devices) {}

    private final JdbcClient db;
    private final TransactionOperations transactions;

    Bindings(JdbcClient db, TransactionOperations transactions) {
        this.db = db;
        this.transactions = transactions;
    }

    /** The binding in force for a device. */
    public Optional<Binding> find(String ssidGroup, MacAddress mac, Instant now) {
        return db.sql("""
                select * from access.binding where ssid_group = ? and mac = ? and ended_at is null and expires_at > ?""")
                .params(ssidGroup, mac.toString(), Times.at(now))
                .query(Bindings::binding)
                .optional();
    }

    /** The bindings in force for a device in all groups, the one used last first. */
    public List<Binding> ofDevice(MacAddress mac, Instant now) {
        return db.sql("""
                select * from access.binding where mac = ? and ended_at is null and expires_at > ?
                order by used_at desc limit 20""")
                .params(mac.toString(), Times.at(now))
                .query(Bindings::binding)
                .list();
    }

    /** The newest bindings of a subscriber, ended ones too. */
    public List<Binding> ofSubscriber(long subscriberId, int most) {
        return db.sql("select * from access.binding where subscriber_id = ? order by used_at desc limit ?")
                .params(subscriberId, most)
                .query(Bindings::binding)
                .list();
    }

    /** Makes or renews the binding of a device. */
    public void born(Birth birth, Instant now) {
        transactions.executeWithoutResult(status -> {
            endOthers(birth, now);
            insertOrRenew(birth, now);
            endOldest(birth, now);
        });
    }

    /** A login by this binding was accepted. */
    public void used(long id, Instant now) {
        db.sql("update access.binding set used_at = ? where id = ? and used_at < ?")
                .params(Times.at(now), id, Times.at(now))
                .update();
    }

    /**
     * Marks that the subscriber is told of automatic logins.
     *
     * @return true for the one caller who is to tell
     */
    public boolean notice(long id, Instant now) {
        return db.sql("update access.binding set noticed_at = ? where id = ? and noticed_at is null")
                        .params(Times.at(now), id)
                        .update()
                == 1;
    }

    /** Takes a binding away; the device must verify by SMS again. */
    public boolean revoke(long id, Instant now) {
        return db.sql("update access.binding set ended_at = ?, ended_why = ? where id = ? and ended_at is null")
                        .params(Times.at(now), BindingEnd.REVOKED.name(), id)
                        .update()
                == 1;
    }

    /** Takes all bindings of a subscriber away. */
    public int revokeAll(long subscriberId, Instant now) {
        return db.sql(
                        "update access.binding set ended_at = ?, ended_why = ? where subscriber_id = ? and ended_at is null")
                .params(Times.at(now), BindingEnd.REVOKED.name(), subscriberId)
                .update();
    }

    /** Ends what is past its time and forgets what ended before the retention began. */
    public int purge(Instant now, Instant retentionBegins) {
        db.sql(
                        "update access.binding set ended_at = expires_at, ended_why = ? where ended_at is null and expires_at <= ?")
                .params(BindingEnd.EXPIRED.name(), Times.at(now))
                .update();
        return db.sql("delete from access.binding where ended_at < ?")
                .param(Times.at(retentionBegins))
                .update();
    }

    private void endOthers(Birth birth, Instant now) {
        db.sql("""
                update access.binding set ended_at = :now, ended_why = case when expires_at <= :now then :expired else :other end
                where ssid_group = :group and mac = :mac and ended_at is null
                    and (subscriber_id <> :subscriber or expires_at <= :now)""")
                .param("now", Times.at(now))
                .param("expired", BindingEnd.EXPIRED.name())
                .param("other", BindingEnd.OTHER_SUBSCRIBER.name())
                .param("group", birth.ssidGroup())
                .param("mac", birth.mac().toString())
                .param("subscriber", birth.subscriberId())
                .update();
    }

    private void insertOrRenew(Birth birth, Instant now) {
        db.sql("""
                insert into access.binding as b (ssid_group, mac, subscriber_id, attempt, area_path, born_at, used_at, expires_at)
                values (:group, :mac, :subscriber, :attempt, :area, :now, :now, :expires)
                on conflict (ssid_group, mac) where ended_at is null do update
                    set attempt = excluded.attempt, used_at = excluded.used_at, expires_at = excluded.expires_at
                where b.subscriber_id = excluded.subscriber_id""")
                .param("group", birth.ssidGroup())
                .param("mac", birth.mac().toString())
                .param("subscriber", birth.subscriberId())
                .param("attempt", birth.attempt())
                .param("area", birth.areaPath())
                .param("now", Times.at(now))
                .param("expires", Times.at(now.plus(birth.life())))
                .update();
    }

    private void endOldest(Birth birth, Instant now) {
        db.sql("""
                update access.binding set ended_at = :now, ended_why = :why where id in (
                    select id from access.binding
                    where subscriber_id = :subscriber and ssid_group = :group and ended_at is null
                    order by used_at desc, id desc offset :devices)""")
                .param("now", Times.at(now))
                .param("why", BindingEnd.TOO_MANY_DEVICES.name())
                .param("subscriber", birth.subscriberId())
                .param("group", birth.ssidGroup())
                .param("devices", birth.devices())
                .update();
    }

    private static Binding binding(ResultSet row, int number) throws SQLException {
        return new Binding(
                row.getLong("id"),
                row.getString("ssid_group"),
                MacAddress.parse(row.getString("mac")).orElseThrow(),
                row.getLong("subscriber_id"),
                row.getObject("attempt", UUID.class),
                Times.in(row, "born_at"),
                Times.in(row, "used_at"),
                Times.in(row, "expires_at"),
                Times.maybeIn(row, "noticed_at"),
                Times.maybeIn(row, "ended_at"));
    }
}
