package org.omnihall.hall.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.omnihall.hall.shell.Paging;
import org.omnihall.hall.shell.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the trail, newest first, a page at a time along the key (at, id). Who answers for a part of the operator sees what its people did. */
@Component
class AuditReader {

    private final JdbcClient db;
    private final List<Actors> actors;

    AuditReader(JdbcClient db, List<Actors> actors) {
        this.db = db;
        this.actors = actors;
    }

    Slice<AuditEntry> find(AuditFilter filter, String areaPath, Paging paging) {
        Map<String, Object> values = new HashMap<>();
        List<String> conditions = conditions(filter, values);
        if (!areaPath.equals("/")) {
            conditions.add("actor = any(:actors)");
            values.put("actors", within(areaPath));
        }
        paging.after().filter(AuditReader::isKey).ifPresent(key -> {
            conditions.add("(at, id) < (:afterAt, :afterId)");
            values.put("afterAt", at(micros(Long.parseLong(key.getFirst()))));
            values.put("afterId", Long.parseLong(key.getLast()));
        });
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        values.put("limit", paging.limit());
        List<AuditEntry> rows = db.sql("select id, at, actor, act, subject, detail from audit.entry" + where
                        + " order by at desc, id desc limit :limit")
                .params(values)
                .query(AuditReader::read)
                .list();
        return paging.slice(rows, entry -> List.of(Long.toString(micros(entry.at())), Long.toString(entry.id())));
    }

    private String[] within(String areaPath) {
        return actors.stream()
                .flatMap(some -> some.within(areaPath).stream())
                .sorted()
                .toArray(String[]::new);
    }

    private static List<String> conditions(AuditFilter filter, Map<String, Object> values) {
        List<String> conditions = new ArrayList<>();
        if (!filter.actor().isEmpty()) {
            conditions.add("actor = :actor");
            values.put("actor", filter.actor());
        }
        if (!filter.act().isEmpty()) {
            conditions.add("act ~>=~ :act and act ~<~ :actEnd");
            values.put("act", filter.act());
            values.put("actEnd", filter.act() + "\uffff");
        }
        if (!filter.subject().isEmpty()) {
            conditions.add("subject = :subject");
            values.put("subject", filter.subject());
        }
        filter.from().ifPresent(from -> {
            conditions.add("at >= :from");
            values.put("from", at(from));
        });
        filter.until().ifPresent(until -> {
            conditions.add("at < :until");
            values.put("until", at(until));
        });
        return conditions;
    }

    private static boolean isKey(List<String> fields) {
        return fields.size() == 2 && fields.stream().allMatch(field -> field.matches("\\d{1,18}"));
    }

    private static AuditEntry read(ResultSet row, int number) throws SQLException {
        return new AuditEntry(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("act"),
                row.getString("subject"),
                row.getString("detail"));
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    private static long micros(Instant moment) {
        return moment.getEpochSecond() * 1_000_000 + moment.getNano() / 1_000;
    }

    private static Instant micros(long since1970) {
        return Instant.ofEpochSecond(since1970 / 1_000_000, since1970 % 1_000_000 * 1_000);
    }
}
