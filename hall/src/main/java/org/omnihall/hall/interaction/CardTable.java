package org.omnihall.hall.interaction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.database.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps interaction.card: a row a subscriber, whose parts are pushed independently and whose version counts what really changed. */
@Component
class CardTable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<Recommendation>> RECOMMENDATIONS = new TypeReference<>() {};
    private static final TypeReference<EnumMap<StateSource, List<StateLine>>> STATES = new TypeReference<>() {};

    private final JdbcClient db;

    CardTable(JdbcClient db) {
        this.db = db;
    }

    /** A column and what becomes of it when a part is pushed. */
    enum Part {
        RECOMMENDATION("excluded.recommendation"),
        /** Each source's lines stand under its own name, so that one source leaves another's alone. */
        STATE("card.state || excluded.state"),
        VALUE("excluded.value");

        private final String merged;

        Part(String merged) {
            this.merged = merged;
        }

        private String column() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** In the order of the subscribers, so that two pushes that meet wait for each other and do not lock each other out. */
    void put(Part part, Map<Long, ?> parts, Instant now) {
        if (parts.isEmpty()) {
            return;
        }
        record Row(long subscriber, Object part) {}
        List<Row> rows = parts.entrySet().stream()
                .map(entry -> new Row(entry.getKey(), entry.getValue()))
                .toList();
        String column = part.column();
        db.sql("""
                insert into interaction.card as card (subscriber_id, version, %s, changed_at)
                select subscriber, 1, part, :now from jsonb_to_recordset(:rows::jsonb) as told (subscriber bigint, part jsonb)
                order by subscriber
                on conflict (subscriber_id) do update
                    set %s = %s, version = card.version + 1, changed_at = excluded.changed_at
                    where card.%s is distinct from %s""".formatted(column, column, part.merged, column, part.merged))
                .param("now", Times.at(now))
                .param("rows", JSON.writeValueAsString(rows))
                .update();
    }

    Pushed of(long subscriber) {
        return db.sql("select version, recommendation, state, value from interaction.card where subscriber_id = ?")
                .param(subscriber)
                .query(CardTable::row)
                .optional()
                .orElse(Pushed.NOTHING);
    }

    Map<Long, Long> monthlyFen(Collection<Long> subscribers) {
        Map<Long, Long> spend = new HashMap<>();
        Long[] ids = subscribers.toArray(Long[]::new);
        boolean one = ids.length == 1; // an array is planned anew each time, which takes as long as to look one up
        db.sql("""
                select subscriber_id, (value ->> 'monthlyFen')::bigint as monthly_fen from interaction.card
                where value is not null and subscriber_id =\s""" + (one ? "?" : "any(?::bigint[])")).param(one ? ids[0] : ids).query(row -> {
            spend.put(row.getLong("subscriber_id"), row.getLong("monthly_fen"));
        });
        return spend;
    }

    private static Pushed row(ResultSet row, int number) throws SQLException {
        return new Pushed(
                row.getLong("version"),
                JSON.readValue(row.getString("recommendation"), RECOMMENDATIONS),
                JSON.readValue(row.getString("state"), STATES).values().stream()
                        .flatMap(Collection::stream)
                        .toList(),
                Optional.ofNullable(row.getString("value")).map(json -> JSON.readValue(json, CustomerValue.class)));
    }
}
