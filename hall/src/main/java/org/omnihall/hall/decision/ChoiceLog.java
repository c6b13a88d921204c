package org.omnihall.hall.decision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.omnihall.hall.database.Conditions;
import org.omnihall.hall.database.Keyset;
import org.omnihall.hall.database.Times;
import org.omnihall.hall.shell.Paging;
import org.omnihall.hall.shell.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The choices one by one, each with its reason. */
@Component
public class ChoiceLog {

    private final JdbcClient db;

    ChoiceLog(JdbcClient db) {
        this.db = db;
    }

    /** One choice as a list shows it. */
    public record Entry(
            UUID id,
            Instant at,
            SlotPlace place,
            Optional<Long> subscriber,
            Optional<String> item,
            SlotReason reason,
            boolean clicked,
            boolean ordered) {}

    /** The newest first. */
    Slice<Entry> list(String areaPath, Optional<SlotPlace> place, Optional<String> item, Paging paging) {
        Conditions asked = new Conditions()
                .and("c.place = :place", "place", place.map(Enum::name))
                .and("coalesce(c.would, c.item) = :item", "item", item)
                .below("c.area_path", areaPath);
        Keyset.parse(paging.after())
                .ifPresent(after -> asked.and("(c.at, c.id) < (:afterAt, :afterId)")
                        .with("afterAt", Times.at(after.at()))
                        .with("afterId", after.id()));
        List<Entry> rows = db.sql("""
                        select c.id, c.at, c.place, c.subscriber_id, c.item, c.would, c.probability,
                            coalesce(jsonb_array_length(s.candidates), 0) as candidates,
                            exists (select from decision.outcome o where o.choice_id = c.id and o.kind = 'CLICKED') as clicked,
                            exists (select from decision.outcome o where o.choice_id = c.id and o.kind = 'ORDERED') as ordered
                        from decision.choice c left join decision.candidate_set s on s.id = c.candidate_set_id""" + asked.where() + " order by c.at desc, c.id desc limit :limit")
                .params(asked.with("limit", paging.limit()).values())
                .query(ChoiceLog::read)
                .list();
        return paging.slice(rows, row -> new Keyset(row.at(), row.id()).texts());
    }

    private static Entry read(ResultSet row, int number) throws SQLException {
        Optional<String> item = Optional.ofNullable(row.getString("item"));
        long subscriber = row.getLong("subscriber_id");
        Optional<Long> known = row.wasNull() ? Optional.empty() : Optional.of(subscriber);
        return new Entry(
                row.getObject("id", UUID.class),
                Times.in(row, "at"),
                SlotPlace.valueOf(row.getString("place")),
                known,
                item,
                SlotReason.of(
                        item.isPresent(),
                        row.getString("would") != null,
                        row.getInt("candidates"),
                        row.getDouble("probability")),
                row.getBoolean("clicked"),
                row.getBoolean("ordered"));
    }
}
