package org.omnihall.hall.access.attempt;

import java.net.InetAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.omnihall.hall.database.Times;
import org.omnihall.hall.vault.Vault;
import org.omnihall.octets.MacAddress;
import org.omnihall.octets.Octets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the attempts. A state changes only from the state that was read, so of two acts at the same time one wins. */
@Component
public class Attempts {

    private static final String PURPOSE = "access.handle";

    private final JdbcClient db;
    private final Vault vault;

    Attempts(JdbcClient db, Vault vault) {
        this.db = db;
        this.vault = vault;
    }

    /** Begins an attempt under a new handle. */
    public Handle open(Attempt attempt) {
        Handle handle = new Handle(vault.random(Handle.LENGTH));
        Octets sealed =
                vault.seal(PURPOSE, handle.octets(), Octets.ofText(attempt.id().toString()));
        States.Columns state = States.columns(attempt.state());
        db.sql("""
                insert into access.attempt (id, handle_hash, handle_sealed, controller_id, area_path, venue_id, ssid,
                    ssid_group, ap_mac, mac, ip, peer, first_url, language, phone, state, way, subscriber_id, number_key,
                    since, started_at, expires_at)
                values (:id, :hash, :sealed, :controller, :area, :venue, :ssid, :group, :ap, :mac, :ip::inet, :peer::inet,
                    :url, :language, :phone, :state, :way, :subscriber, :key, :since, :started, :expires)""")
                .param("id", attempt.id())
                .param("hash", handle.hash().toBytes())
                .param("sealed", sealed.toBytes())
                .param("controller", attempt.controllerId())
                .param("area", attempt.spot().areaPath())
                .param("venue", attempt.spot().venueId().orElse(null))
                .param("ssid", attempt.spot().ssid())
                .param("group", attempt.spot().ssidGroup())
                .param("ap", attempt.spot().apMac().map(MacAddress::toString).orElse(null))
                .param("mac", attempt.device().mac().map(MacAddress::toString).orElse(null))
                .param("ip", attempt.device().ip().getHostAddress())
                .param("peer", attempt.device().peer().getHostAddress())
                .param("url", attempt.firstUrl().orElse(null))
                .param("language", attempt.language().name())
                .param("phone", attempt.phone().name())
                .param("state", state.name())
                .param("way", state.way())
                .param("subscriber", state.subscriber())
                .param("key", attempt.numberKey().map(Octets::toBytes).orElse(null))
                .param("since", Times.at(state.since()))
                .param("started", Times.at(attempt.startedAt()))
                .param("expires", Times.at(attempt.expiresAt()))
                .update();
        return handle;
    }

    /** The handle of the same device's unfinished attempt, for a phone whose mini-browser was closed. */
    public Optional<Handle> resume(long controllerId, Attempt.Device device, Instant now) {
        return db.sql("""
                select id, handle_sealed from access.attempt
                where controller_id = :controller and ip = :ip::inet and peer = :peer::inet
                    and mac is not distinct from :mac::text and expires_at > :now and state not in ('ONLINE', 'ENDED')
                order by expires_at desc limit 1""")
                .param("controller", controllerId)
                .param("ip", device.ip().getHostAddress())
                .param("peer", device.peer().getHostAddress())
                .param("mac", device.mac().map(MacAddress::toString).orElse(null))
                .param("now", Times.at(now))
                .query((row, number) -> new Handle(vault.open(
                        PURPOSE, Octets.of(row.getBytes("handle_sealed")), Octets.ofText(row.getString("id")))))
                .optional();
    }

    public Optional<Attempt> find(Handle handle) {
        return db.sql("select * from access.attempt where handle_hash = ?")
                .param(handle.hash().toBytes())
                .query(Rows::attempt)
                .optional();
    }

    public Optional<Attempt> find(UUID id) {
        return db.sql("select * from access.attempt where id = ?")
                .param(id)
                .query(Rows::attempt)
                .optional();
    }

    /** The attempts of a number at a controller that RADIUS may be about to see, newest first. */
    public List<Attempt> expected(long controllerId, Octets numberKey, Instant now) {
        return db.sql("""
                select * from access.attempt where number_key = ? and controller_id = ? and expires_at > ?
                    and state in ('CONNECTING', 'ONLINE') order by since desc limit 20""")
                .params(numberKey.toBytes(), controllerId, Times.at(now))
                .query(Rows::attempt)
                .list();
    }

    /** The newest attempt of a device at a controller that is online or about to be. */
    public Optional<Attempt> online(long controllerId, InetAddress ip) {
        return db.sql("""
                select * from access.attempt where controller_id = ? and ip = ?::inet and state in ('CONNECTING', 'ONLINE')
                order by since desc limit 1""")
                .params(controllerId, ip.getHostAddress())
                .query(Rows::attempt)
                .optional();
    }

    /**
     * Moves on from the state that was read.
     *
     * @return false if another act was faster
     */
    public boolean move(Attempt read, State to) {
        return move(read, to, read.numberKey());
    }

    /** The same, with the number that the attempt is about from now on. */
    public boolean move(Attempt read, State to, Optional<Octets> numberKey) {
        States.Columns columns = States.columns(to);
        return db.sql("""
                update access.attempt set state = :state, since = :since, way = :way, reason = :reason,
                    subscriber_id = coalesce(:subscriber, subscriber_id), number_key = :key
                where id = :id and state = :from and since = :fromSince""")
                        .param("state", columns.name())
                        .param("since", Times.at(columns.since()))
                        .param("way", columns.way())
                        .param("reason", columns.reason())
                        .param("subscriber", columns.subscriber(), java.sql.Types.BIGINT)
                        .param("key", numberKey.map(Octets::toBytes).orElse(null), java.sql.Types.BINARY)
                        .param("id", read.id())
                        .param("from", States.columns(read.state()).name())
                        .param("fromSince", Times.at(read.state().since()))
                        .update()
                == 1;
    }

    public void speak(UUID id, Language language) {
        db.sql("update access.attempt set language = ? where id = ?")
                .params(language.name(), id)
                .update();
    }

    /** The first consent of an attempt stands. */
    public void consented(UUID id, String version, Instant at) {
        db.sql("update access.attempt set consent_version = ?, consent_at = ? where id = ? and consent_at is null")
                .params(version, Times.at(at), id)
                .update();
    }

    public void clicked(UUID id, Instant at) {
        db.sql("""
                with clicked as (
                    update access.attempt set clicked_at = :at where id = :id and clicked_at is null
                    returning id, area_path, venue_id)
                insert into access.untold (kind, source, source_id, journey, of_attempt, outcome, area_path, venue_id, at)
                select 'SLOT_CLICKED', 'access.click', id::text, id, true, 'DONE', area_path, venue_id, :at from clicked""").param("at", Times.at(at)).param("id", id).update();
    }

    /** The device was seen on its way to the operator's page (best effort, rule 19). */
    public void arrived(UUID id, Instant at) {
        db.sql("update access.attempt set arrived_at = ? where id = ? and arrived_at is null")
                .params(Times.at(at), id)
                .update();
    }

    /** Forgets the attempts begun before. */
    public int purge(Instant before) {
        return db.sql("delete from access.attempt where started_at < ?")
                .param(Times.at(before))
                .update();
    }

    /** What a later REQ_LOGOUT must echo. */
    public void portal(UUID id, int serial, int request) {
        db.sql("update access.attempt set portal_serial = ?, portal_request = ? where id = ?")
                .params(serial, request, id)
                .update();
    }

    /** The request id of the device's login at the Portal, if it was one of ours. */
    public Optional<Integer> portalRequest(UUID id) {
        return db.sql("select portal_request from access.attempt where id = ? and portal_request is not null")
                .param(id)
                .query(Integer.class)
                .optional();
    }
}
