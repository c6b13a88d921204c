package org.omnihall.hall.access.network;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.omnihall.hall.audit.AuditTrail;
import org.omnihall.hall.database.Conditions;
import org.omnihall.hall.database.Times;
import org.omnihall.hall.shell.Paging;
import org.omnihall.hall.shell.Slice;
import org.omnihall.octets.MacAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists, adds, changes and removes APs. A draft's fields: name, mac, venue and controller (both by id). */
@Component
public class AccessPoints {

    private static final String SELECT =
            "select a.*, v.name venue_name from access.access_point a join access.venue v on v.id = a.venue_id";

    /** Which APs are wanted: the beginning of the name or a whole MAC address, a Venue, a controller. */
    public record Filter(String areaPath, String name, Optional<Long> venue, Optional<Long> controller) {}

    private final JdbcClient db;
    private final AuditTrail audit;
    private final NetworkState state;
    private final Clock clock;

    AccessPoints(JdbcClient db, AuditTrail audit, NetworkState state, Clock clock) {
        this.db = db;
        this.audit = audit;
        this.state = state;
        this.clock = clock;
    }

    /** A page in the order of names. */
    public Slice<AccessPoint> list(Filter filter, Paging paging) {
        Conditions asked = new Conditions()
                .below("a.area_path", filter.areaPath())
                .and("a.venue_id = :venue", "venue", filter.venue())
                .and("a.controller_id = :controller", "controller", filter.controller());
        MacAddress.parse(filter.name())
                .ifPresentOrElse(
                        mac -> asked.and("a.mac = :mac", "mac", mac.toString()),
                        () -> NameKey.beginning(asked, filter.name(), "a."));
        List<AccessPoint> rows = db.sql(SELECT
                        + NameKey.after(asked, paging, "a.").where()
                        + " order by a.name collate \"C\", a.id limit :limit")
                .params(asked.with("limit", paging.limit()).values())
                .query(AccessPoints::row)
                .list();
        return paging.slice(rows, accessPoint -> NameKey.of(accessPoint.name(), accessPoint.id()));
    }

    public Optional<AccessPoint> find(long id) {
        return db.sql(SELECT + " where a.id = ?")
                .param(id)
                .query(AccessPoints::row)
                .optional();
    }

    @Transactional
    public Change<AccessPoint> add(Draft draft, String actor) {
        Reading in = new Reading(draft);
        Wanted wanted = read(in, 0);
        if (in.broken()) {
            return Change.refused(in.problems());
        }
        long id = db.sql("""
                        insert into access.access_point (area_path, venue_id, controller_id, name, mac, created_at)
                        values (?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        area(wanted),
                        wanted.venue(),
                        wanted.controller(),
                        wanted.name(),
                        wanted.mac(),
                        Times.at(clock.instant()))
                .query(Long.class)
                .single();
        return changed(id, "ap.add", actor);
    }

    @Transactional
    public Change<AccessPoint> change(long id, Draft draft, String actor) {
        Reading in = new Reading(draft);
        Wanted wanted = read(in, id);
        if (in.broken()) {
            return Change.refused(in.problems());
        }
        db.sql(
                        "update access.access_point set area_path = ?, venue_id = ?, controller_id = ?, name = ?, mac = ? where id = ?")
                .params(area(wanted), wanted.venue(), wanted.controller(), wanted.name(), wanted.mac(), id)
                .update();
        return changed(id, "ap.change", actor);
    }

    @Transactional
    public Change<AccessPoint> remove(long id, String actor) {
        Optional<AccessPoint> before = find(id);
        if (before.isEmpty()) {
            return Change.refused("ap", Problem.Fault.UNKNOWN, Long.toString(id));
        }
        db.sql("delete from access.figure where scope_kind = 'ACCESS_POINT' and scope_key = ?")
                .param(Long.toString(id))
                .update();
        db.sql("delete from access.access_point where id = ?").param(id).update();
        audit.record(actor, "ap.remove", "ap:" + id, before.get().name());
        state.changed();
        return Change.done(before.get());
    }

    private record Wanted(String name, String mac, long venue, long controller) {}

    private Wanted read(Reading in, long id) {
        NetworkMap now = state.map();
        String typed = in.text("mac", 20);
        String mac = MacAddress.parse(typed).map(MacAddress::toString).orElse("");
        if (mac.isEmpty() && !typed.isEmpty()) {
            in.wrong("mac", Problem.Fault.MALFORMED, "00:11:22:33:44:55");
        }
        Wanted wanted = new Wanted(
                in.text("name", 64),
                mac,
                in.number("venue", 0, 1, Long.MAX_VALUE / 10_000),
                in.number("controller", 0, 1, Long.MAX_VALUE / 10_000));
        if (now.venue(wanted.venue()).isEmpty()) {
            in.wrong("venue", Problem.Fault.UNKNOWN, "");
        }
        if (now.controllers().byId(wanted.controller()).isEmpty()) {
            in.wrong("controller", Problem.Fault.UNKNOWN, "");
        }
        db.sql("select name from access.access_point where mac = ? and id <> ?")
                .params(mac, id)
                .query(String.class)
                .optional()
                .ifPresent(other -> in.wrong("mac", Problem.Fault.TAKEN, other));
        return wanted;
    }

    private String area(Wanted wanted) {
        return state.map().venue(wanted.venue()).orElseThrow().areaPath();
    }

    private Change<AccessPoint> changed(long id, String act, String actor) {
        AccessPoint now = find(id).orElseThrow();
        audit.record(actor, act, "ap:" + id, now.name() + " " + now.mac() + " " + now.venueName());
        state.changed();
        return Change.done(now);
    }

    private static AccessPoint row(ResultSet row, int number) throws SQLException {
        return new AccessPoint(
                row.getLong("id"),
                row.getString("area_path"),
                row.getString("name"),
                MacAddress.parse(row.getString("mac")).orElseThrow(),
                row.getLong("venue_id"),
                row.getString("venue_name"),
                row.getLong("controller_id"));
    }
}
