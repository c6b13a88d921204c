package org.omnihall.hall.openapi;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.omnihall.hall.database.Conditions;
import org.omnihall.tmf.Query;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads resources where their modules declare them. */
@Component
class Rows {

    private final JdbcClient db;
    private final Bodies bodies;

    Rows(JdbcClient db, Bodies bodies) {
        this.db = db;
        this.bodies = bodies;
    }

    /**
     * Some rows of a list.
     *
     * @param total how many match
     */
    record Found(List<Stored> rows, long total) {}

    Found list(OpenResource resource, Query query, String areaPath) {
        ClauseSql sql = new ClauseSql(resource.relation());
        Conditions conditions = resource.relation().seenFrom(areaPath);
        sql.conditions(query.filter()).forEach(conditions::and);
        sql.values().forEach(conditions::with);
        String from = " from " + resource.relation().name() + conditions.where();
        List<Stored> rows = db.sql("select id, version, area_path, body" + from + " order by " + sql.order(query.sort())
                        + " offset :offset limit :limit")
                .params(conditions.values())
                .param("offset", query.window().offset())
                .param("limit", query.window().limit())
                .query(this::read)
                .list();
        boolean last = rows.size() < query.window().limit()
                && (!rows.isEmpty() || query.window().offset() == 0);
        long total = last
                ? query.window().offset() + rows.size()
                : db.sql("select count(*)" + from)
                        .params(conditions.values())
                        .query(Long.class)
                        .single();
        return new Found(rows, total);
    }

    Optional<Stored> find(OpenResource resource, String id, String areaPath) {
        return ClauseSql.key(resource.relation().key(), id).flatMap(key -> {
            Conditions conditions = resource.relation().seenFrom(areaPath).and("id = :id", "id", key);
            return db.sql("select id, version, area_path, body from "
                            + resource.relation().name() + conditions.where())
                    .params(conditions.values())
                    .query(this::read)
                    .optional();
        });
    }

    private Stored read(ResultSet row, int number) throws SQLException {
        return new Stored(
                row.getString("id"),
                row.getLong("version"),
                row.getString("area_path"),
                bodies.stored(row.getString("body")));
    }
}
