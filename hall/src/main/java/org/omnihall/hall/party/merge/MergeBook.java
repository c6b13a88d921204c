package org.omnihall.hall.party.merge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.omnihall.hall.database.Conditions;
import org.omnihall.hall.database.Times;
import org.omnihall.hall.party.After;
import org.omnihall.hall.party.merge.Duplicate.Kind;
import org.omnihall.hall.shell.Paging;
import org.omnihall.hall.shell.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which merges were done, and by whom. */
@Component
class MergeBook {

    private static final String SELECT = """
            select m.*, (select count(*) from party.merge_move v where v.merge_id = m.id) as moved
            from party.merge m
            left join party.company c on m.kind = 'COMPANY' and c.id = m.kept_id
            left join party.individual i on m.kind = 'INDIVIDUAL' and i.id = m.kept_id""";

    private final JdbcClient db;
    private final Sides sides;

    MergeBook(JdbcClient db, Sides sides) {
        this.db = db;
        this.sides = sides;
    }

    Optional<Merge> find(long id) {
        return db.sql(SELECT + " where m.id = ?").param(id).query(this::read).optional();
    }

    /** The merges whose kept record lies in an Area, the newest first. */
    Slice<Merge> list(String areaPath, Paging paging) {
        Conditions asked =
                new Conditions().and("starts_with(coalesce(c.area_path, i.area_path), :area)", "area", areaPath);
        After.row(paging, asked, "m.id < :after");
        List<Merge> rows = db.sql(SELECT + asked.where() + " order by m.id desc limit :limit")
                .params(asked.with("limit", paging.limit()).values())
                .query(this::read)
                .list();
        return paging.slice(rows, merge -> After.of(merge.id()));
    }

    private Merge read(ResultSet row, int number) throws SQLException {
        Kind kind = Kind.valueOf(row.getString("kind"));
        return new Merge(
                row.getLong("id"),
                kind,
                sides.find(kind, row.getLong("kept_id")).orElseThrow(),
                sides.find(kind, row.getLong("gone_id")).orElseThrow(),
                Times.in(row, "at"),
                row.getString("by_actor"),
                row.getLong("moved"),
                Optional.ofNullable(row.getString("undone_by")));
    }
}
