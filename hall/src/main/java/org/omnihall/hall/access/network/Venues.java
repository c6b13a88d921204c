package org.omnihall.hall.access.network;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.audit.AuditTrail;
import org.omnihall.hall.database.Conditions;
import org.omnihall.hall.database.Times;
import org.omnihall.hall.shell.Paging;
import org.omnihall.hall.shell.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists, adds, changes and removes Venues. A draft's fields: name, area, street. */
@Component
public class Venues {

    private static final String SELECT =
            "select v.*, (select count(*) from access.access_point a where a.venue_id = v.id)"
                    + " access_points from access.venue v";

    private final JdbcClient db;
    private final AuditTrail audit;
    private final NetworkState state;
    private final Clock clock;

    Venues(JdbcClient db, AuditTrail audit, NetworkState state, Clock clock) {
        this.db = db;
        this.audit = audit;
        this.state = state;
        this.clock = clock;
    }

    /** A page of the Venues in an Area whose name begins so, in the order of names. */
    public Slice<Venue> list(String areaPath, String namePrefix, Paging paging) {
        Conditions asked = NameKey.beginning(new Conditions().below("v.area_path", areaPath), namePrefix, "v.");
        List<Venue> rows = db.sql(SELECT
                        + NameKey.after(asked, paging, "v.").where()
                        + " order by v.name collate \"C\", v.id limit :limit")
                .params(asked.with("limit", paging.limit()).values())
                .query(Venues::row)
                .list();
        return paging.slice(rows, venue -> NameKey.of(venue.name(), venue.id()));
    }

    public Optional<Venue> find(long id) {
        return db.sql(SELECT + " where v.id = ?").param(id).query(Venues::row).optional();
    }

    public Map<Long, String> names(List<Long> ids) {
        Map<Long, String> names = new HashMap<>();
        NetworkMap now = state.map();
        ids.forEach(id -> now.venue(id).ifPresent(venue -> names.put(id, venue.name())));
        return names;
    }

    /** The first names of an Area, as suggestions. */
    public List<String> some(String areaPath, int most) {
        Conditions asked = new Conditions().below("area_path", areaPath);
        return db.sql("select name from access.venue" + asked.where() + " order by name collate \"C\", id limit :most")
                .params(asked.with("most", most).values())
                .query((row, number) -> row.getString("name"))
                .list();
    }

    /** The ids of the Venues whose name begins so. */
    public List<Long> named(String namePrefix, int most) {
        Conditions asked = NameKey.beginning(new Conditions(), namePrefix, "");
        return db.sql("select id from access.venue" + asked.where() + " order by name collate \"C\", id limit :most")
                .params(asked.with("most", most).values())
                .query((row, number) -> row.getLong("id"))
                .list();
    }

    @Transactional
    public Change<Venue> add(Draft draft, String actor) {
        Reading in = new Reading(draft);
        Venue wanted = read(in, 0);
        if (in.broken()) {
            return Change.refused(in.problems());
        }
        long id = db.sql(
                        "insert into access.venue (area_path, name, street, created_at) values (?, ?, ?, ?) returning id")
                .params(wanted.areaPath(), wanted.name(), wanted.street(), Times.at(clock.instant()))
                .query(Long.class)
                .single();
        return changed(id, "venue.add", actor);
    }

    /** Changes a Venue; its APs go with it into another Area. */
    @Transactional
    public Change<Venue> change(long id, Draft draft, String actor) {
        Reading in = new Reading(draft);
        Venue wanted = read(in, id);
        if (in.broken()) {
            return Change.refused(in.problems());
        }
        db.sql("update access.venue set area_path = ?, name = ?, street = ? where id = ?")
                .params(wanted.areaPath(), wanted.name(), wanted.street(), id)
                .update();
        db.sql("update access.access_point set area_path = ? where venue_id = ? and area_path <> ?")
                .params(wanted.areaPath(), id, wanted.areaPath())
                .update();
        db.sql("update access.ssid_at_venue set area_path = ? where venue_id = ?")
                .params(wanted.areaPath(), id)
                .update();
        return changed(id, "venue.change", actor);
    }

    /** Removes a Venue in which nothing stands. */
    @Transactional
    public Change<Venue> remove(long id, String actor) {
        Optional<Venue> before = find(id);
        if (before.isEmpty()) {
            return Change.refused("venue", Problem.Fault.UNKNOWN, Long.toString(id));
        }
        long users = db.sql("""
                        select (select count(*) from access.access_point where venue_id = :id)
                            + (select count(*) from access.ssid_at_venue where venue_id = :id)
                            + (select count(*) from access.controller where venue_id = :id)""").param("id", id).query(Long.class).single();
        if (users > 0) {
            return Change.refused("venue", Problem.Fault.IN_USE, users + " AP / SSID / AC");
        }
        db.sql("delete from access.figure where scope_kind = 'VENUE' and scope_key = ?")
                .param(Long.toString(id))
                .update();
        db.sql("delete from access.venue where id = ?").param(id).update();
        audit.record(actor, "venue.remove", "venue:" + id, before.get().name());
        state.changed();
        return Change.done(before.get());
    }

    private Venue read(Reading in, long id) {
        Venue wanted = new Venue(id, in.area("area"), in.text("name", 100), in.maybeText("street", 200), 0);
        db.sql("select id from access.venue where area_path = ? and name = ? and id <> ?")
                .params(wanted.areaPath(), wanted.name(), id)
                .query(Long.class)
                .optional()
                .ifPresent(other -> in.wrong("name", Problem.Fault.TAKEN, "venue:" + other));
        return wanted;
    }

    private Change<Venue> changed(long id, String act, String actor) {
        Venue venue = find(id).orElseThrow();
        audit.record(actor, act, "venue:" + id, venue.name() + " " + venue.areaPath() + " " + venue.street());
        state.changed();
        return Change.done(venue);
    }

    private static Venue row(ResultSet row, int number) throws SQLException {
        return new Venue(
                row.getLong("id"),
                row.getString("area_path"),
                row.getString("name"),
                row.getString("street"),
                row.getLong("access_points"));
    }
}
