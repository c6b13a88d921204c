package org.omnihall.hall.access.network;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.omnihall.hall.audit.AuditTrail;
import org.omnihall.hall.channel.OpeningHours;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lists, adds, changes and removes access profiles. A draft's fields: name, up and down (kbit/s), session and idle (such as {@code 8h}),
 * devices, policy, dayTime and monthTime (such as {@code 2h}), dayVolume and monthVolume (MB, of 1,048,576 octets), hours (as {@link OpeningHours}
 * reads them), reached (ends or slows), slowUp and slowDown (kbit/s). An empty rate, time or volume means no limit.
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
    private static final Duration LONGEST_DAY = Duration.ofHours(24);
    private static final Duration LONGEST_MONTH = Duration.ofDays(31);

    private static final long MEGABYTE = 1 << 20;

    /** A petabyte or so. */
    private static final long MOST_MEGABYTES = 1_000_000_000;

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

    /** Whether any of them bounds what people use in a day or a month; from memory. */
    public boolean anyCounts() {
        return state.map().anyCounts();
    }

    /** Those of them that let people in at certain hours only; from memory. */
    public List<AccessProfile> withHours() {
        return state.map().profiles().stream()
                .filter(profile -> !profile.quota().hours().equals(OpeningHours.ALWAYS))
                .toList();
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
                            session_seconds, idle_seconds, devices, policy, day_seconds, day_octets, month_seconds,
                            month_octets, hours, reached, slow_up_bits_per_second, slow_down_bits_per_second)
                        values ('/', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""").params(values(wanted)).query(Long.class).single();
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
                            session_seconds = ?, idle_seconds = ?, devices = ?, policy = ?, day_seconds = ?, day_octets = ?,
                            month_seconds = ?, month_octets = ?, hours = ?, reached = ?, slow_up_bits_per_second = ?,
                            slow_down_bits_per_second = ? where id = ?""").params(values(wanted)).param(id).update();
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
                in.choice("policy", DevicePolicy.class, DevicePolicy.RELEASE_OLDEST),
                quota(in));
        all().stream()
                .filter(other -> other.id() != id && other.name().equals(wanted.name()))
                .forEach(other -> in.wrong("name", Problem.Fault.TAKEN, "profile:" + other.id()));
        return wanted;
    }

    private static Quota quota(Reading in) {
        Quota.Amount day = amount(in, "day", LONGEST_DAY);
        Quota.Amount month = amount(in, "month", LONGEST_MONTH);
        String typed = in.maybeText("hours", 200);
        Optional<OpeningHours> hours = typed.isEmpty() ? Optional.of(OpeningHours.ALWAYS) : OpeningHours.parse(typed);
        if (hours.isEmpty()) {
            in.wrong("hours", Problem.Fault.MALFORMED, "always, or mon-fri 08:00-22:00; sat 10:00-24:00");
        }
        long slowUp = in.number("slowUp", 0, 0, MOST_KBITS) * 1_000;
        long slowDown = in.number("slowDown", 0, 0, MOST_KBITS) * 1_000;
        boolean slows =
                in.choice("reached", Quota.Reached.Word.class, Quota.Reached.Word.ENDS) == Quota.Reached.Word.SLOWS;
        if (slows && slowUp == 0 && slowDown == 0) {
            in.wrong("slowDown", Problem.Fault.EMPTY, "");
        }
        return new Quota(
                day,
                month,
                hours.orElse(OpeningHours.ALWAYS),
                slows ? new Quota.Reached.Slows(slowUp, slowDown) : new Quota.Reached.Ends());
    }

    private static Quota.Amount amount(Reading in, String period, Duration longest) {
        return new Quota.Amount(
                in.span(period + "Time", longest), in.number(period + "Volume", 0, 0, MOST_MEGABYTES) * MEGABYTE);
    }

    private static List<Object> values(AccessProfile wanted) {
        Quota quota = wanted.quota();
        Quota.Reached.Slows slow =
                quota.reached() instanceof Quota.Reached.Slows slows ? slows : new Quota.Reached.Slows(0, 0);
        return List.of(
                wanted.name(),
                wanted.upBitsPerSecond(),
                wanted.downBitsPerSecond(),
                wanted.session().toSeconds(),
                wanted.idle().toSeconds(),
                wanted.devices(),
                wanted.policy().name(),
                quota.day().time().toSeconds(),
                quota.day().octets(),
                quota.month().time().toSeconds(),
                quota.month().octets(),
                quota.hours().text(),
                quota.reached().word().name(),
                slow.upBitsPerSecond(),
                slow.downBitsPerSecond());
    }

    private Change<AccessProfile> changed(long id, String act, String actor) {
        AccessProfile now = find(id).orElseThrow();
        audit.record(actor, act, "profile:" + id, now.toString());
        state.changed();
        return Change.done(now);
    }
}
