package org.omnihall.hall.party;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.omnihall.hall.audit.AuditTrail;
import org.omnihall.hall.database.Times;
import org.omnihall.hall.party.Change.Reason;
import org.omnihall.hall.party.CustomerChanged.Thing;
import org.omnihall.tmf.Happening;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which member of the staff looks after a company (requirement B14): one of its own, or else its grid's. Both stand in one column, so there
 * is never a second; a check of the table sees to it that a company of tier A or B is never without.
 */
@Component
public class AccountManagers {

    /** Somebody who may look after companies. */
    public record Candidate(String login, String name) {}

    /**
     * A change of who looks after a company or grid.
     *
     * @param manager nothing where it has none of its own any more
     */
    public record Appointed(Instant at, Optional<String> manager, String actor) {}

    private static final int HISTORY = 50;

    private final JdbcClient db;
    private final Areas areas;
    private final AuditTrail audit;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    AccountManagers(JdbcClient db, Areas areas, AuditTrail audit, Clock clock, ApplicationEventPublisher events) {
        this.db = db;
        this.areas = areas;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
    }

    /** Who may look after something in an Area: staff that is not locked and whose Area covers it. */
    public List<Candidate> candidates(String areaPath) {
        return db.sql(
                        "select login, name from party.staff where not locked and starts_with(?, area_path) order by login")
                .param(areaPath)
                .query(AccountManagers::candidate)
                .list();
    }

    /** Who may look after something somewhere in an Area or around it. */
    public List<Candidate> within(String areaPath) {
        return db.sql("""
                        select login, name from party.staff
                        where not locked and (starts_with(:area, area_path) or starts_with(area_path, :area)) order by login""")
                .param("area", areaPath)
                .query(AccountManagers::candidate)
                .list();
    }

    /** A company's own manager; nothing where it is its grid's business. */
    public Optional<String> ownOf(long companyId) {
        return db.sql("select manager from party.company where id = ? and manager is not null")
                .param(companyId)
                .query(String.class)
                .optional();
    }

    /** The default manager of the nearest Area at or above this one. */
    public Optional<String> defaultOf(String areaPath) {
        return db.sql("""
                        select manager from party.area_manager where starts_with(?, area_path)
                        order by length(area_path) desc limit 1""").param(areaPath).query(String.class).optional();
    }

    /** The default managers by the path of their Area. */
    public Map<String, String> defaults() {
        return db
                .sql("select area_path, manager from party.area_manager")
                .query((row, number) -> Map.entry(row.getString("area_path"), row.getString("manager")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Says who takes companies of tier A or B of an Area that have no manager otherwise; nobody takes the word back. */
    @Transactional
    public Change<String> setDefault(String areaPath, Optional<String> login, String actor) {
        if (login.isPresent() && !isCandidate(login.get(), areaPath)) {
            return Change.refused(Reason.BAD_MANAGER);
        }
        if (areas.find(areaPath).isEmpty()) {
            return Change.refused(Reason.UNKNOWN_AREA);
        }
        if (login.isPresent()) {
            db.sql("""
                            insert into party.area_manager (area_path, manager) values (:area, :manager)
                            on conflict (area_path) do update set manager = :manager""").param("area", areaPath).param("manager", login.get()).update();
        } else {
            db.sql("delete from party.area_manager where area_path = ?")
                    .param(areaPath)
                    .update();
        }
        audit.record(actor, "area.manager", "area:" + areaPath, login.orElse("nobody"));
        return Change.done(areaPath);
    }

    /**
     * Gives a company a manager of its own, or, with nothing, leaves it to its grid's. A company of tier A or B without a grid must keep one.
     */
    @Transactional
    public Change<Long> appoint(long companyId, Optional<String> login, String actor) {
        record Now(String areaPath, String tier, boolean inGrid) {}
        Optional<Now> now = db.sql("""
                        select area_path, tier, grid_id is not null as in_grid from party.company
                        where id = ? and merged_into is null for no key update""").param(companyId).query(Now.class).optional();
        if (now.isEmpty()) {
            return Change.refused(Reason.UNKNOWN);
        }
        if (login.isPresent() && !isCandidate(login.get(), now.get().areaPath())) {
            return Change.refused(Reason.BAD_MANAGER);
        }
        if (login.isEmpty()
                && !now.get().inGrid()
                && Tier.valueOf(now.get().tier()).needsManager()) {
            return Change.refused(Reason.NO_MANAGER);
        }
        put(companyId, login, actor);
        return Change.done(companyId);
    }

    /** The changes of a company's own manager, the newest first. */
    public List<Appointed> historyOfCompany(long companyId) {
        return history("company_id", companyId);
    }

    /** The changes of a grid's manager, the newest first. */
    public List<Appointed> historyOfGrid(long gridId) {
        return history("grid_id", gridId);
    }

    boolean isCandidate(String login, String areaPath) {
        return candidates(areaPath).stream()
                .anyMatch(candidate -> candidate.login().equals(login));
    }

    /** Writes down who looks after a company from now on, inside the caller's transaction. */
    void put(long companyId, Optional<String> login, String actor) {
        db.sql("update party.company set manager = :manager where id = :id")
                .param("manager", login.orElse(null))
                .param("id", companyId)
                .update();
        log(companyId, login, actor);
        audit.record(actor, "company.manager", "company:" + companyId, login.orElse("its grid's"));
        events.publishEvent(new CustomerChanged(Thing.COMPANY, companyId, Happening.CHANGE));
    }

    void log(long companyId, Optional<String> login, String actor) {
        db.sql("""
                        insert into party.manager_change (company_id, at, manager, by_actor)
                        values (:company, :now, :manager, :actor)""")
                .param("company", companyId)
                .param("now", Times.at(clock.instant()))
                .param("manager", login.orElse(null))
                .param("actor", actor)
                .update();
    }

    void logGrid(long gridId, String login, String actor) {
        db.sql("insert into party.manager_change (grid_id, at, manager, by_actor) values (?, ?, ?, ?)")
                .params(gridId, Times.at(clock.instant()), login, actor)
                .update();
    }

    private static Candidate candidate(ResultSet row, int number) throws SQLException {
        return new Candidate(row.getString("login"), row.getString("name"));
    }

    private List<Appointed> history(String column, long id) {
        return db.sql("select at, manager, by_actor from party.manager_change where " + column
                        + " = ? order by id desc limit ?")
                .params(id, HISTORY)
                .query((row, number) -> new Appointed(
                        Times.in(row, "at"), Optional.ofNullable(row.getString("manager")), row.getString("by_actor")))
                .list();
    }
}
