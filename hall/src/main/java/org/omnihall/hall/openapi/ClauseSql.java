package org.omnihall.hall.openapi;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.omnihall.tmf.Clause;
import org.omnihall.tmf.Filter;
import org.omnihall.tmf.Kind;
import org.omnihall.tmf.Operator;
import org.omnihall.tmf.Order;

/** Says a filter, or an order, in SQL over one relation. What a client wrote travels as parameters; only declared paths become text. */
final class ClauseSql {

    private static final String NEVER = "false";

    private final Relation relation;
    private final Map<String, Object> values = new HashMap<>();

    ClauseSql(Relation relation) {
        this.relation = relation;
    }

    Map<String, Object> values() {
        return values;
    }

    /** The conditions, all of which must hold. */
    List<String> conditions(Filter filter) {
        return filter.groups().stream()
                .map(any -> any.stream().map(this::condition).collect(Collectors.joining(" or ", "(", ")")))
                .toList();
    }

    String order(List<Order> sort) {
        List<String> parts = new ArrayList<>();
        sort.forEach(order -> parts.add(sortKey(order) + (order.descending() ? " desc nulls last" : " nulls last")));
        parts.add(relation.order());
        return String.join(", ", parts);
    }

    private String condition(Clause clause) {
        if (clause.path().equals("id")) {
            return onKey(clause);
        }
        String column = relation.columns().get(clause.path());
        return column == null ? inBody(clause) : compared(collated(column, clause.kind(), clause.operator()), clause);
    }

    private String onKey(Clause clause) {
        if (clause.operator() != Operator.EQ) {
            return compared("id::text collate \"C\"", clause);
        }
        return clause.values().stream()
                .map(value -> key(relation.key(), value))
                .flatMap(Optional::stream)
                .map(key -> "id = " + parameter(key))
                .reduce((one, other) -> one + " or " + other)
                .map(any -> "(" + any + ")")
                .orElse(NEVER);
    }

    /** Any of what stands under the path compares as asked; arrays on the way are opened, as {@link Clause#matches} does. */
    private String inBody(Clause clause) {
        String leaf = "leaf #>> '{}'";
        String typed = switch (clause.kind()) {
            case TEXT -> collated("(" + leaf + ")", clause.kind(), clause.operator());
            case NUMBER -> "(" + leaf + ")::numeric";
            case BOOLEAN -> "(" + leaf + ")::boolean";
            case MOMENT -> "(" + leaf + ")::timestamptz";
        };
        return "exists (select from jsonb_path_query(body, '" + jsonPath(clause.path()) + "') as leaf where "
                + "jsonb_typeof(leaf) in ('string', 'number', 'boolean') and " + compared(typed, clause) + ")";
    }

    private String compared(String left, Clause clause) {
        return clause.values().stream()
                .map(value -> left + " " + clause.operator().sign() + " " + parameter(typed(clause.kind(), value)))
                .collect(Collectors.joining(" or ", "(", ")"));
    }

    private String sortKey(Order order) {
        if (order.path().equals("id")) {
            return "id";
        }
        String column = relation.columns().get(order.path());
        if (column != null) {
            return order.kind() == Kind.TEXT ? column + " collate \"C\"" : column;
        }
        String leaf = "(jsonb_path_query_first(body, '" + jsonPath(order.path()) + "') #>> '{}')";
        return switch (order.kind()) {
            case TEXT -> leaf + " collate \"C\"";
            case NUMBER -> leaf + "::numeric";
            case BOOLEAN -> leaf + "::boolean";
            case MOMENT -> leaf + "::timestamptz";
        };
    }

    private String parameter(Object value) {
        String name = "p" + values.size();
        values.put(name, value);
        return ":" + name;
    }

    private static String collated(String column, Kind kind, Operator operator) {
        return kind == Kind.TEXT && operator != Operator.EQ ? column + " collate \"C\"" : column;
    }

    private static String jsonPath(String path) {
        return Arrays.stream(path.split("\\."))
                .map(step -> "\"" + step + "\"")
                .collect(Collectors.joining(".", "$.", ""));
    }

    /** The value as the database compares it; that it is of its kind was looked at when the query was read. */
    private static Object typed(Kind kind, String value) {
        return switch (kind) {
            case TEXT -> value;
            case NUMBER -> new BigDecimal(value);
            case BOOLEAN -> Boolean.valueOf(value);
            case MOMENT -> OffsetDateTime.parse(value);
        };
    }

    /** The key that an id stands for, or nothing where it can be none. */
    static Optional<Object> key(Relation.Key key, String id) {
        return switch (key) {
            case BIGINT -> id.matches("\\d{1,18}") ? Optional.of(Long.valueOf(id)) : Optional.empty();
            case UUID ->
                id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                        ? Optional.of(UUID.fromString(id))
                        : Optional.empty();
            case TEXT -> Optional.of(id);
        };
    }
}
