package org.omnihall.hall.party;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.omnihall.hall.audit.AuditTrail;
import org.omnihall.hall.party.AreaChange.Done;
import org.omnihall.hall.party.AreaChange.Reason;
import org.omnihall.hall.party.AreaChange.Refused;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The tree of Areas. It is small (an operator has hundreds) and is read whole. */
@Component
public class Areas {

    private static final String COLUMNS = "select id, path, name from party.area ";

    private final JdbcClient db;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    Areas(JdbcClient db, AuditTrail audit, ApplicationEventPublisher events) {
        this.db = db;
        this.audit = audit;
        this.events = events;
    }

    /** All Areas, each after the one around it. */
    public List<Area> all() {
        return db.sql(COLUMNS + "order by path").query(Areas::read).list();
    }

    public Optional<Area> find(String path) {
        return db.sql(COLUMNS + "where path = ?").param(path).query(Areas::read).optional();
    }

    /** Adds an Area below another. The code is lower-case letters, digits and dashes. */
    @Transactional
    public AreaChange add(String parentPath, String code, String name, String actor) {
        Optional<Reason> reason = AreaRules.refusesNew(lockedTree(), parentPath, code, name);
        if (reason.isPresent()) {
            return new Refused(reason.get());
        }
        String path = parentPath + code + "/";
        db.sql("insert into party.area (path, name) values (?, ?)")
                .params(path, name.strip())
                .update();
        audit.record(actor, "area.add", "area:" + path, name.strip());
        return new Done(find(path).orElseThrow());
    }

    /** Gives an Area another name. */
    @Transactional
    public AreaChange rename(String path, String name, String actor) {
        if (name.isBlank()) {
            return new Refused(Reason.NO_NAME);
        }
        Optional<Area> before = find(path);
        if (before.isEmpty()) {
            return new Refused(Reason.UNKNOWN);
        }
        db.sql("update party.area set name = ? where path = ?")
                .params(name.strip(), path)
                .update();
        audit.record(actor, "area.rename", "area:" + path, before.get().name() + " -> " + name.strip());
        return new Done(find(path).orElseThrow());
    }

    /** Moves an Area, with all below it, under another; see {@link AreaMoved}. */
    @Transactional
    public AreaChange move(String path, String parentPath, String actor) {
        List<Area> tree = lockedTree();
        Optional<Area> area = AreaRules.find(tree, path);
        if (area.isEmpty()) {
            return new Refused(Reason.UNKNOWN);
        }
        Optional<Reason> reason = AreaRules.refusesMove(tree, area.get(), parentPath);
        if (reason.isPresent()) {
            return new Refused(reason.get());
        }
        String to = parentPath + area.get().code() + "/";
        db.sql("update party.area set path = :to || substr(path, length(:from) + 1) where starts_with(path, :from)")
                .param("from", path)
                .param("to", to)
                .update();
        audit.record(actor, "area.move", "area:" + path, path + " -> " + to);
        events.publishEvent(new AreaMoved(path, to));
        return new Done(find(to).orElseThrow());
    }

    /** The tree, held against other changes until the transaction ends: the root's row is the lock. */
    private List<Area> lockedTree() {
        db.sql("select id from party.area where path = '/' for update")
                .query(Long.class)
                .single();
        return all();
    }

    private static Area read(ResultSet row, int number) throws SQLException {
        return new Area(row.getLong("id"), row.getString("path"), row.getString("name"));
    }
}
