package org.omnihall.hall.party;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.audit.AuditTrail;
import org.omnihall.hall.database.Conditions;
import org.omnihall.hall.party.Change.Reason;
import org.omnihall.hall.shell.Paging;
import org.omnihall.hall.shell.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The grids and their managers. A grid has exactly one at any time, so giving it to another moves all its companies at once. */
@Component
public class Grids {

    static final int LONGEST_NAME = 60;

    private static final String SELECT = """
            select g.*, s.locked as manager_locked,
                (select count(*) filter (where c.tier = 'A') from party.company c where c.grid_id = g.id and c.merged_into is null) as a,
                (select count(*) filter (where c.tier = 'B') from party.company c where c.grid_id = g.id and c.merged_into is null) as b,
                (select count(*) filter (where c.tier = 'C') from party.company c where c.grid_id = g.id and c.merged_into is null) as c,
                (select count(*) filter (where c.tier = 'MICRO') from party.company c
                    where c.grid_id = g.id and c.merged_into is null) as micro,
                (select count(*) from party.company c join party.membership m on m.company_id = c.id
                    where c.grid_id = g.id and c.merged_into is null
                        and :today between m.from_day and coalesce(m.to_day, :today)) as members
            from party.grid g join party.staff s on s.login = g.manager""";

    private final JdbcClient db;
    private final AccountManagers managers;
    private final Areas areas;
    private final AuditTrail audit;
    private final Today today;

    Grids(JdbcClient db, AccountManagers managers, Areas areas, AuditTrail audit, Today today) {
        this.db = db;
        this.managers = managers;
        this.areas = areas;
        this.audit = audit;
        this.today = today;
    }

    /** What is entered of a grid. */
    public record Draft(String areaPath, String name, String manager) {}

    public Optional<Grid> find(long id) {
        return db.sql(SELECT + " where g.id = :id")
                .param("id", id)
                .param("today", Date.valueOf(today.day()))
                .query(Grids::read)
                .optional();
    }

    public Optional<String> nameOf(long id) {
        return db.sql("select name from party.grid where id = ?")
                .param(id)
                .query(String.class)
                .optional();
    }

    /** The grids of an Area, in the order of their Areas; an empty manager asks for all. */
    public Slice<Grid> list(String areaPath, String manager, Paging paging) {
        Conditions asked = new Conditions()
                .below("g.area_path", areaPath)
                .and("g.manager = :manager", "manager", Optional.of(manager).filter(login -> !login.isEmpty()));
        After.row(paging, asked, "(g.area_path, g.id) > (select area_path, id from party.grid where id = :after)");
        List<Grid> rows = db.sql(SELECT + asked.where() + " order by g.area_path, g.id limit :limit")
                .params(asked.with("limit", paging.limit())
                        .with("today", Date.valueOf(today.day()))
                        .values())
                .query(Grids::read)
                .list();
        return paging.slice(rows, grid -> After.of(grid.id()));
    }

    /** The names of all grids of an Area by their id, a thousand at most. */
    public Map<Long, String> names(String areaPath) {
        return names(new Conditions().below("area_path", areaPath));
    }

    /** The names of the grids in which a company of this Area can lie. */
    public Map<Long, String> around(String areaPath) {
        return names(new Conditions().and("starts_with(:area, area_path)", "area", areaPath));
    }

    private Map<Long, String> names(Conditions asked) {
        Map<Long, String> names = new LinkedHashMap<>();
        db.sql("select id, name from party.grid" + asked.where() + " order by area_path, name, id limit 1000")
                .params(asked.values())
                .query((row, number) -> Map.entry(row.getLong("id"), row.getString("name")))
                .list()
                .forEach(grid -> names.put(grid.getKey(), grid.getValue()));
        return names;
    }

    /** The grid of this name nearest around an Area. */
    public Optional<Long> named(String name, String areaPath) {
        return db.sql("""
                        select id from party.grid where name = ? and starts_with(?, area_path)
                        order by length(area_path) desc limit 1""").params(name, areaPath).query(Long.class).optional();
    }

    @Transactional
    public Change<Grid> add(Draft draft, String actor) {
        Optional<Reason> reason = refuses(draft);
        if (reason.isPresent()) {
            return Change.refused(reason.get());
        }
        Optional<Long> id = db.sql("""
                        insert into party.grid (area_path, name, manager) values (:area, :name, :manager)
                        on conflict do nothing returning id""")
                .param("area", draft.areaPath())
                .param("name", draft.name().strip())
                .param("manager", draft.manager())
                .query(Long.class)
                .optional();
        if (id.isEmpty()) {
            return Change.refused(Reason.NAME_TAKEN);
        }
        managers.logGrid(id.get(), draft.manager(), actor);
        audit.record(
                actor,
                "grid.add",
                "grid:" + id.get(),
                draft.areaPath() + " " + draft.name().strip() + ", " + draft.manager());
        return Change.done(find(id.get()).orElseThrow());
    }

    /** Gives a grid, and with it all its companies that have no manager of their own, to another manager. */
    @Transactional
    public Change<Grid> reassign(long id, String manager, String actor) {
        Optional<String> area = db.sql("select area_path from party.grid where id = ? for update")
                .param(id)
                .query(String.class)
                .optional();
        if (area.isEmpty()) {
            return Change.refused(Reason.UNKNOWN);
        }
        if (!managers.isCandidate(manager, area.get())) {
            return Change.refused(Reason.BAD_MANAGER);
        }
        db.sql("update party.grid set manager = ? where id = ?")
                .params(manager, id)
                .update();
        managers.logGrid(id, manager, actor);
        audit.record(actor, "grid.reassign", "grid:" + id, manager);
        return Change.done(find(id).orElseThrow());
    }

    /** Removes a grid in which no company lies or ever lay. */
    @Transactional
    public Change<Grid> remove(long id, String actor) {
        Optional<Grid> grid = find(id);
        if (grid.isEmpty()) {
            return Change.refused(Reason.UNKNOWN);
        }
        db.sql("select id from party.grid where id = ? for update")
                .param(id)
                .query(Long.class)
                .optional();
        long companies = db.sql("select count(*) from party.company where grid_id = ?")
                .param(id)
                .query(Long.class)
                .single();
        if (companies > 0) {
            return Change.refused(Reason.IN_USE);
        }
        db.sql("delete from party.manager_change where grid_id = ?").param(id).update();
        db.sql("delete from party.grid where id = ?").param(id).update();
        audit.record(actor, "grid.remove", "grid:" + id, grid.get().name());
        return Change.done(grid.get());
    }

    private Optional<Reason> refuses(Draft draft) {
        if (draft.name().isBlank()) {
            return Optional.of(Reason.NO_NAME);
        }
        if (draft.name().length() > LONGEST_NAME) {
            return Optional.of(Reason.TOO_LONG);
        }
        if (areas.find(draft.areaPath()).isEmpty()) {
            return Optional.of(Reason.UNKNOWN_AREA);
        }
        return managers.isCandidate(draft.manager(), draft.areaPath())
                ? Optional.empty()
                : Optional.of(Reason.BAD_MANAGER);
    }

    private static Grid read(ResultSet row, int number) throws SQLException {
        Map<Tier, Long> companies = new EnumMap<>(Tier.class);
        companies.put(Tier.A, row.getLong("a"));
        companies.put(Tier.B, row.getLong("b"));
        companies.put(Tier.C, row.getLong("c"));
        companies.put(Tier.MICRO, row.getLong("micro"));
        return new Grid(
                row.getLong("id"),
                row.getString("area_path"),
                row.getString("name"),
                row.getString("manager"),
                row.getBoolean("manager_locked"),
                companies,
                row.getLong("members"));
    }
}
