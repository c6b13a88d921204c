package org.omnihall.hall.party.staff;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.omnihall.hall.audit.Actors;
import org.omnihall.hall.database.Times;
import org.omnihall.hall.party.AreaMoved;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of the operator's people. */
@Component
class Staff implements Actors {

    private static final String COLUMNS =
            "select login, name, roles, area_path, locked, must_change, epoch, last_sign_in_at from party.staff ";

    private final JdbcClient db;

    Staff(JdbcClient db) {
        this.db = db;
    }

    /** Somebody who is to be added. */
    record Draft(String login, String name, List<String> roles, String areaPath) {}

    List<StaffMember> all() {
        return db.sql(COLUMNS + "order by login").query(Staff::read).list();
    }

    Optional<StaffMember> find(String login) {
        return db.sql(COLUMNS + "where login = ?")
                .param(login)
                .query(Staff::read)
                .optional();
    }

    @Override
    public List<String> within(String areaPath) {
        return db.sql("select login from party.staff where starts_with(area_path, ?)")
                .param(areaPath)
                .query((row, number) -> row.getString(1))
                .list();
    }

    boolean isEmpty() {
        return db.sql("select not exists (select 1 from party.staff)")
                .query(Boolean.class)
                .single();
    }

    Optional<String> passwordOf(String login) {
        return db.sql("select password from party.staff where login = ?")
                .param(login)
                .query(String.class)
                .optional();
    }

    /** Whether he was added; false means that the login is taken. */
    boolean add(Draft draft, String passwordHash, boolean mustChange, Instant at) {
        try {
            db.sql("""
                            insert into party.staff (login, name, roles, area_path, password, must_change, made_at)
                            values (:login, :name, :roles, :area, :password, :change, :at)
                            """)
                    .param("login", draft.login())
                    .param("name", draft.name())
                    .param("roles", draft.roles().toArray(String[]::new))
                    .param("area", draft.areaPath())
                    .param("password", passwordHash)
                    .param("change", mustChange)
                    .param("at", Times.at(at))
                    .update();
            return true;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    void setPassword(String login, String passwordHash, boolean mustChange) {
        db.sql("update party.staff set password = ?, must_change = ?, epoch = epoch + 1 where login = ?")
                .params(passwordHash, mustChange, login)
                .update();
    }

    void setLocked(String login, boolean locked) {
        db.sql("update party.staff set locked = ?, epoch = epoch + 1 where login = ?")
                .params(locked, login)
                .update();
    }

    void setRoles(String login, List<String> roles) {
        db.sql("update party.staff set roles = ? where login = ?")
                .params(roles.toArray(String[]::new), login)
                .update();
    }

    void signedIn(String login, Instant at) {
        db.sql("update party.staff set last_sign_in_at = ? where login = ?")
                .params(Times.at(at), login)
                .update();
    }

    @EventListener
    void follow(AreaMoved moved) {
        moved.follow(db, "party.staff");
    }

    private static StaffMember read(ResultSet row, int number) throws SQLException {
        return new StaffMember(
                row.getString("login"),
                row.getString("name"),
                Roles.texts(row, "roles"),
                row.getString("area_path"),
                row.getBoolean("locked"),
                row.getBoolean("must_change"),
                row.getInt("epoch"),
                Times.maybeIn(row, "last_sign_in_at"));
    }
}
