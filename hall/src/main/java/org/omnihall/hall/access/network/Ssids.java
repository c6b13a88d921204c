package org.omnihall.hall.access.network;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.omnihall.hall.audit.AuditTrail;
import org.omnihall.hall.database.Conditions;
import org.omnihall.hall.shell.Paging;
import org.omnihall.hall.shell.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists, adds, changes and removes SSIDs, and says at which Venues they differ. A draft's fields: name, group, profile (by id), area. */
@Component
public class Ssids {

    /** An SSID's name, the group that shares bindings, its profile, and at how many Venues it is told to differ. */
    public record Ssid(
            long id, String areaPath, String name, String group, long profileId, String profileName, long venues) {}

    /** An SSID at a Venue, with a profile of its own where it has one. */
    public record AtVenue(
            long id,
            long ssidId,
            String ssidName,
            long venueId,
            String venueName,
            String areaPath,
            Optional<String> profile) {}

    private static final String SELECT = """
            select s.*, p.name profile_name, (select count(*) from access.ssid_at_venue a where a.ssid_id = s.id) venues
            from access.ssid s join access.access_profile p on p.id = s.profile_id
            """;
    private static final String SELECT_AT = """
            select a.*, s.name ssid_name, v.name venue_name, p.name profile_name from access.ssid_at_venue a
            join access.ssid s on s.id = a.ssid_id join access.venue v on v.id = a.venue_id
            left join access.access_profile p on p.id = a.profile_id
            """;

    private final JdbcClient db;
    private final AuditTrail audit;
    private final NetworkState state;

    Ssids(JdbcClient db, AuditTrail audit, NetworkState state) {
        this.db = db;
        this.audit = audit;
        this.state = state;
    }

    /** A page of the SSIDs whose name begins so, in the order of names. */
    public Slice<Ssid> list(String namePrefix, Paging paging) {
        Conditions asked = NameKey.after(NameKey.beginning(new Conditions(), namePrefix, "s."), paging, "s.");
        List<Ssid> rows = db.sql(SELECT + asked.where() + " order by s.name collate \"C\", s.id limit :limit")
                .params(asked.with("limit", paging.limit()).values())
                .query(Ssids::row)
                .list();
        return paging.slice(rows, ssid -> NameKey.of(ssid.name(), ssid.id()));
    }

    /** The first names, as suggestions. */
    public List<String> some(int most) {
        return db.sql("select name from access.ssid order by name collate \"C\" limit ?")
                .param(most)
                .query((row, number) -> row.getString("name"))
                .list();
    }

    public Optional<Ssid> find(long id) {
        return db.sql(SELECT + " where s.id = ?").param(id).query(Ssids::row).optional();
    }

    public Optional<Ssid> named(String name) {
        return db.sql(SELECT + " where s.name = ?")
                .param(name)
                .query(Ssids::row)
                .optional();
    }

    /** Where an SSID is told to differ, in the order of Venues; at most so many. */
    public List<AtVenue> venuesOf(long ssid, int most) {
        return at(" where a.ssid_id = ? order by v.name limit ?", ssid, most);
    }

    /** Which SSIDs are told to differ at a Venue. */
    public List<AtVenue> atVenue(long venue) {
        return at(" where a.venue_id = ? order by s.name limit 1000", venue);
    }

    public Optional<AtVenue> findAtVenue(long id) {
        return at(" where a.id = ?", id).stream().findFirst();
    }

    @Transactional
    public Change<Ssid> add(Draft draft, String actor) {
        Reading in = new Reading(draft);
        Ssid wanted = read(in, 0);
        if (in.broken()) {
            return Change.refused(in.problems());
        }
        long id = db.sql(
                        "insert into access.ssid (area_path, name, ssid_group, profile_id) values (?, ?, ?, ?) returning id")
                .params(wanted.areaPath(), wanted.name(), wanted.group(), wanted.profileId())
                .query(Long.class)
                .single();
        return changed(id, "ssid.add", actor);
    }

    @Transactional
    public Change<Ssid> change(long id, Draft draft, String actor) {
        Reading in = new Reading(draft);
        Ssid wanted = read(in, id);
        if (in.broken()) {
            return Change.refused(in.problems());
        }
        db.sql("update access.ssid set area_path = ?, name = ?, ssid_group = ?, profile_id = ? where id = ?")
                .params(wanted.areaPath(), wanted.name(), wanted.group(), wanted.profileId(), id)
                .update();
        return changed(id, "ssid.change", actor);
    }

    /** Removes an SSID that no Venue tells apart. */
    @Transactional
    public Change<Ssid> remove(long id, String actor) {
        Optional<Ssid> before = find(id);
        if (before.isEmpty()) {
            return Change.refused("ssid", Problem.Fault.UNKNOWN, Long.toString(id));
        }
        if (before.get().venues() > 0) {
            return Change.refused("ssid", Problem.Fault.IN_USE, before.get().name());
        }
        db.sql("delete from access.ssid where id = ?").param(id).update();
        audit.record(actor, "ssid.remove", "ssid:" + id, before.get().name());
        state.changed();
        return Change.done(before.get());
    }

    /** Lets an SSID differ at a Venue, with a profile or only with figures of its own. */
    @Transactional
    public Change<Ssid> putAtVenue(long ssid, long venue, Optional<Long> profile, String actor) {
        NetworkMap now = state.map();
        if (now.venue(venue).isEmpty()) {
            return Change.refused("venue", Problem.Fault.UNKNOWN, "");
        }
        if (profile.isPresent() && now.profile(profile.get()).isEmpty()) {
            return Change.refused("profile", Problem.Fault.UNKNOWN, "");
        }
        db.sql("""
                        insert into access.ssid_at_venue (area_path, ssid_id, venue_id, profile_id)
                        values (:area, :ssid, :venue, :profile)
                        on conflict (ssid_id, venue_id) do update set profile_id = excluded.profile_id""")
                .param("area", now.venue(venue).get().areaPath())
                .param("ssid", ssid)
                .param("venue", venue)
                .param("profile", profile.orElse(null), java.sql.Types.BIGINT)
                .update();
        return changed(ssid, "ssid.at-venue", actor);
    }

    /** Lets an SSID be the same as everywhere again; its figures at the Venue go. */
    @Transactional
    public void removeAtVenue(long id, String actor) {
        db.sql("delete from access.figure where scope_kind = 'SSID_AT_VENUE' and scope_key = ?")
                .param(Long.toString(id))
                .update();
        db.sql("delete from access.ssid_at_venue where id = ?").param(id).update();
        audit.record(actor, "ssid.not-at-venue", "ssid-at-venue:" + id, "");
        state.changed();
    }

    private List<AtVenue> at(String where, Object... values) {
        return db.sql(SELECT_AT + where)
                .params(values)
                .query((row, number) -> new AtVenue(
                        row.getLong("id"),
                        row.getLong("ssid_id"),
                        row.getString("ssid_name"),
                        row.getLong("venue_id"),
                        row.getString("venue_name"),
                        row.getString("area_path"),
                        Optional.ofNullable(row.getString("profile_name"))))
                .list();
    }

    private Ssid read(Reading in, long id) {
        String name = in.text("name", 32);
        String group = in.maybeText("group", 32);
        long profile = in.number("profile", state.map().standardProfile().id(), 1, Long.MAX_VALUE / 10_000);
        if (state.map().profile(profile).isEmpty()) {
            in.wrong("profile", Problem.Fault.UNKNOWN, "");
        }
        named(name)
                .filter(other -> other.id() != id)
                .ifPresent(other -> in.wrong("name", Problem.Fault.TAKEN, "ssid:" + other.id()));
        return new Ssid(id, in.area("area"), name, group.isEmpty() ? name : group, profile, "", 0);
    }

    private Change<Ssid> changed(long id, String act, String actor) {
        Ssid now = find(id).orElseThrow();
        audit.record(actor, act, "ssid:" + id, now.name() + " group " + now.group() + " " + now.profileName());
        state.changed();
        return Change.done(now);
    }

    private static Ssid row(ResultSet row, int number) throws SQLException {
        return new Ssid(
                row.getLong("id"),
                row.getString("area_path"),
                row.getString("name"),
                row.getString("ssid_group"),
                row.getLong("profile_id"),
                row.getString("profile_name"),
                row.getLong("venues"));
    }
}
