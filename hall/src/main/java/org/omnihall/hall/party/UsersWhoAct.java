package org.omnihall.hall.party;

import java.util.List;
import org.omnihall.hall.audit.Actors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The people of companies in the audit trail: theirs is the Area of their company. */
@Component
class UsersWhoAct implements Actors {

    private final JdbcClient db;

    UsersWhoAct(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<String> within(String areaPath) {
        return db.sql("""
                        select :prefix || u.login from party.user_login u join party.company c on c.id = u.company_id
                        where starts_with(c.area_path, :area)""")
                .param("prefix", UserLogins.COUNTED_AS)
                .param("area", areaPath)
                .query((row, number) -> row.getString(1))
                .list();
    }
}
