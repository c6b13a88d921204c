package org.omnihall.hall.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.HallTest;
import org.omnihall.tmf.Kind;
import org.omnihall.tmf.Query;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A filter finds in the database exactly what it matches in memory. */
@HallTest
@Import(Widgets.class)
@TestPropertySource(
        properties = {
            "omnihall.openapi.private-callbacks=true",
            "omnihall.openapi.first-pause=50ms",
            "omnihall.openapi.poll=50ms",
            "omnihall.openapi.tries=3"
        })
class ClauseSqlTest {

    private static final String AREA = "/clause-sql/";
    private static final Map<Kind, List<String>> VALUES = Map.of(
            Kind.TEXT, List.of("", "a", "B", "中", "'; drop", "\"", "a b"),
            Kind.NUMBER, List.of("0", "1", "1.0", "-3", "2.50", "1E2"),
            Kind.BOOLEAN, List.of("true", "false"),
            Kind.MOMENT, List.of("2026-11-26T00:00:00Z", "2026-11-26T08:00:00+08:00", "2026-11-26T00:00:00.001Z"));

    private final Rows rows;
    private final OpenResource widget;
    private final JdbcClient db;

    @Autowired
    ClauseSqlTest(Rows rows, OpenResource widget, JdbcClient db) {
        this.rows = rows;
        this.widget = widget;
        this.db = db;
    }

    @Test
    void findsWhatTheFilterMatches() {
        Random random = new Random(3);
        for (int i = 0; i < 60; i++) {
            Widgets.insert(db, body(random), AREA);
        }
        List<Stored> all =
                rows.list(widget, Query.of(Widgets.WIDGET, Map.of()), AREA).rows();
        assertThat(all).hasSize(60);
        int found = 0;
        for (int i = 0; i < 400; i++) {
            Map<String, List<String>> parameters = parameters(random);
            Query query = Query.of(Widgets.WIDGET, parameters);
            List<String> expected = all.stream()
                    .filter(row -> query.filter().matches(Bodies.shown(widget, row)))
                    .map(Stored::id)
                    .toList();
            assertThat(rows.list(widget, query, AREA).rows().stream().map(Stored::id))
                    .as(parameters.toString())
                    .containsExactlyElementsOf(expected);
            found += expected.size();
        }
        assertThat(found).isGreaterThan(1000);
    }

    private static ObjectNode body(Random random) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        Widgets.WIDGET.filters().forEach((path, kind) -> {
            if (!path.contains(".") && !path.equals("id") && random.nextInt(5) > 0) {
                put(body, path, kind, value(kind, random));
            }
        });
        if (random.nextBoolean()) {
            ArrayNode parts = body.putArray("part");
            for (int i = random.nextInt(3); i > 0; i--) {
                put(parts.addObject(), "name", Kind.TEXT, value(Kind.TEXT, random));
                put((ObjectNode) parts.get(parts.size() - 1), "count", Kind.NUMBER, value(Kind.NUMBER, random));
            }
        }
        return body;
    }

    private static void put(ObjectNode body, String name, Kind kind, String value) {
        switch (kind) {
            case TEXT, MOMENT -> body.put(name, value);
            case NUMBER -> body.put(name, new BigDecimal(value));
            case BOOLEAN -> body.put(name, Boolean.parseBoolean(value));
        }
    }

    private static Map<String, List<String>> parameters(Random random) {
        List<String> paths = new ArrayList<>(Widgets.WIDGET.filters().keySet());
        Map<String, List<String>> parameters = new HashMap<>();
        for (int i = 1 + random.nextInt(2); i > 0; i--) {
            String path = paths.get(random.nextInt(paths.size()));
            Kind kind = Objects.requireNonNull(Widgets.WIDGET.filters().get(path));
            String suffix = List.of("", ".gt", ".gte", ".lt", ".lte").get(random.nextInt(5));
            String value = random.nextBoolean() ? value(kind, random) : value(kind, random) + "," + value(kind, random);
            parameters.put(path + suffix, List.of(value.replace(";", ",")));
        }
        return parameters;
    }

    private static String value(Kind kind, Random random) {
        List<String> values = Objects.requireNonNull(VALUES.get(kind));
        return values.get(random.nextInt(values.size()));
    }
}
