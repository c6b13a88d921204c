package org.omnihall.hall.party.staff;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.omnihall.hall.shell.Right;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The roles, which are data. A right that the code does not know gives nothing. */
@Component
class Roles {

    static final String ADMINISTRATOR = "administrator";

    private final JdbcClient db;

    Roles(JdbcClient db) {
        this.db = db;
    }

    List<Role> all() {
        return db.sql("select name, rights from party.role order by cardinality(rights) desc, name")
                .query((row, n) -> new Role(row.getString("name"), known(texts(row, "rights"))))
                .list();
    }

    /** What somebody with these roles may do. */
    Set<Right> rightsOf(List<String> roles) {
        Set<Right> rights = EnumSet.noneOf(Right.class);
        all().stream().filter(role -> roles.contains(role.name())).forEach(role -> rights.addAll(role.rights()));
        return rights;
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return List.of((String[]) array.getArray());
    }

    private static Set<Right> known(List<String> names) {
        Set<Right> rights = EnumSet.noneOf(Right.class);
        for (Right right : Right.values()) {
            if (names.contains(right.name())) {
                rights.add(right);
            }
        }
        return rights;
    }
}
