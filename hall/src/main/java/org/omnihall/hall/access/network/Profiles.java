package org.omnihall.hall.access.network;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.omnihall.hall.audit.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lists, adds, changes and removes access profiles. A draft's fields: name, up and down (kbit/s), session and idle (such as {@code 8h}),
 * devices, policy. An empty rate or time means no limit.
 */
@Component
public class Profiles {

    /** SQL: the profile that holds for a row of access.open_session now, as its account or {@link Places} says. */
    public static final String OF_OPEN_SESSION = """
            (case when open_session.account_id is not null
                then (select a.profile_id from access.network_account a where a.id = open_session.account_id)
                else coalesce(
                    (select h.profile_id from access.ssid_at_venue h join access.ssid s on s.id = h.ssid_id
                        where s.name = open_session.ssid and h.venue_id = open_session.venue_id),
                    (select s.profile_id from access.ssid s where s.name = open_session.ssid),
                    (select min(p.id) from access.access_profile p)) end)""";

    private static final long MOST_KBITS = 100_000_000;
    private static final Duration LONGEST = Duration.ofDays(400);

    private final JdbcClient db;
    private final AuditTrail audit;
    private final NetworkState state;

    Profiles(JdbcClient db, AuditTrail audit, NetworkState state) {
        this.db = db;
        this.audit = audit;
        this.state = state;
    }

    /** All of them, the operator's standard one first. */
    public List<AccessProfile> all() {
        return db.sql("select * from access.access_profile order by id limit 1000")
                .query((row, number) -> AccountTable.profile(row, "id", "name"))
                .list();
    }

    public Optional<AccessProfile> find(long id) {
        return all().stream().filter(profile -> profile.id() == id).findFirst();
    }

    @Transactional
    public Change<AccessProfile> add(Draft draft, String actor) {
        Reading in = new Reading(draft);
        AccessProfile wanted = read(in, 0);
        if (in.broken()) {
            return Change.refused(in.problems());
        }
        long id = db.sql("""
                        insert into access.access_profile (area_path, name, up_bits_per_second, down_bits_per_second,
                            session_seconds, idle_seconds, devices, policy)
                        values ('/', ?, ?, ?, ?, ?, ?, ?) returning id""").params(values(wanted)).query(Long.class).single();
        return changed(id, "profile.add", actor);
    }

    @Transactional
    public Change<AccessProfile> change(long id, Draft draft, String actor) {
        Reading in = new Reading(draft);
        AccessProfile wanted = read(in, id);
        if (in.broken()) {
            return Change.refused(in.problems());
        }
        db.sql("""
                        update access.access_profile set name = ?, up_bits_per_second = ?, down_bits_per_second = ?,
                            session_seconds = ?, idle_seconds = ?, devices = ?, policy = ? where id = ?""").params(values(wanted)).param(id).update();
        return changed(id, "profile.change", actor);
    }

    /** Removes a profile that nothing uses; the standard one stays. */
    @Transactional
    public Change<AccessProfile> remove(long id, String actor) {
        Optional<AccessProfile> before = find(id);
        if (before.isEmpty()) {
            return Change.refused("profile", Problem.Fault.UNKNOWN, Long.toString(id));
        }
        boolean used = id == state.map().standardProfile().id()
                || db.sql("""
                                select exists (select from access.ssid where profile_id = :id)
                                    or exists (select from access.ssid_at_venue where profile_id = :id)
                                    or exists (select from access.network_account where profile_id = :id)""").param("id", id).query(Boolean.class).single();
        if (used) {
            return Change.refused("profile", Problem.Fault.IN_USE, before.get().name());
        }
        db.sql("delete from access.access_profile where id = ?").param(id).update();
        audit.record(actor, "profile.remove", "profile:" + id, before.get().name());
        state.changed();
        return Change.done(before.get());
    }

    private AccessProfile read(Reading in, long id) {
        AccessProfile wanted = new AccessProfile(
                id,
                in.text("name", 64),
                in.number("up", 0, 0, MOST_KBITS) * 1_000,
                in.number("down", 0, 0, MOST_KBITS) * 1_000,
                in.span("session", LONGEST),
                in.span("idle", LONGEST),
                (int) in.number("devices", 1, 1, 1_000),
                in.choice("policy", DevicePolicy.class, DevicePolicy.RELEASE_OLDEST));
        all().stream()
                .filter(other -> other.id() != id && other.name().equals(wanted.name()))
                .forEach(other -> in.wrong("name", Problem.Fault.TAKEN, "profile:" + other.id()));
        return wanted;
    }

    private static List<Object> values(AccessProfile wanted) {
        return List.of(
                wanted.name(),
                wanted.upBitsPerSecond(),
                wanted.downBitsPerSecond(),
                wanted.session().toSeconds(),
                wanted.idle().toSeconds(),
                wanted.devices(),
                wanted.policy().name());
    }

    private Change<AccessProfile> changed(long id, String act, String actor) {
        AccessProfile now = find(id).orElseThrow();
        audit.record(actor, act, "profile:" + id, now.toString());
        state.changed();
        return Change.done(now);
    }
}
