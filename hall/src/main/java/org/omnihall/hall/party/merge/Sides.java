package org.omnihall.hall.party.merge;

import java.util.Optional;
import org.omnihall.hall.party.PersonName;
import org.omnihall.hall.party.merge.Duplicate.Kind;
import org.omnihall.hall.party.merge.Duplicate.Side;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Names a record by its own id, whether it was merged since or not. */
@Component
class Sides {

    private final JdbcClient db;

    Sides(JdbcClient db) {
        this.db = db;
    }

    Optional<Side> find(Kind kind, long id) {
        return switch (kind) {
            case COMPANY ->
                db.sql("select id, name, area_path from party.company where id = ?")
                        .param(id)
                        .query(Side.class)
                        .optional();
            case INDIVIDUAL ->
                db.sql("select family_name, given_name, area_path from party.individual where id = ?")
                        .param(id)
                        .query((row, number) -> new Side(
                                id,
                                new PersonName(row.getString("family_name"), row.getString("given_name")).whole(),
                                row.getString("area_path")))
                        .optional();
        };
    }
}
