package org.omnihall.tmf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class QueryTest {

    private static final ObjectNode CAFE = Samples.object("""
            {"id": "7", "name": "Li's café", "status": "active", "isBundle": false, "startDate": "2026-11-02T08:00:00Z", "quantity": 3,
             "productPrice": [{"value": 59.90}, {"value": 10}], "relatedParty": [{"id": "li"}, {"id": "wang", "role": null}]}
            """);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            status              | active                    | true
            status              | cancelled                 | false
            status              | cancelled,active          | true
            status              | Active                    | false
            status              | cancelled;quantity=3      | true
            status              | cancelled;quantity=4      | false
            quantity            | 3.0                       | true
            quantity.gt         | 3                         | false
            quantity.gte        | 3                         | true
            quantity.lt         | 3                         | false
            quantity.lte        | 3                         | true
            quantity.eq         | 3                         | true
            quantity>           | 3                         | true
            quantity<           | 2.9                       | false
            quantity>2          | ``                        | true
            quantity<3          | ``                        | false
            startDate           | 2026-11-02T08:00:00Z      | true
            startDate           | 2026-11-02T16:00:00+08:00 | true
            startDate.lt        | 2026-11-02T08:00:00.001Z  | true
            isBundle            | false                     | true
            isBundle            | true                      | false
            productPrice.value  | 10                        | true
            productPrice.value.gt | 59.9                    | false
            relatedParty.id     | wang                      | true
            relatedParty.id     | zhao                      | false
            """)
    void findsWhatTheFilterMeans(String name, String value, boolean found) {
        assertThat(query(Map.of(name, value)).filter().matches(CAFE)).isEqualTo(found);
    }

    @Test
    void wantsAllParametersToHold() {
        assertThat(query(Map.of("status", "active", "quantity", "3")).filter().matches(CAFE))
                .isTrue();
        assertThat(query(Map.of("status", "active", "quantity", "4")).filter().matches(CAFE))
                .isFalse();
    }

    @Test
    void findsNothingByAnAttributeThatIsNotThere() {
        assertThat(query(Map.of("status", "active")).filter().matches(Samples.object("{}")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            reason        | x           | 'reason'
            status.like   | x           | 'status.like'
            .gt           | x           | '.gt'
            quantity      | three       | quantity: not a number: 'three'
            quantity      | 1e999       | quantity: not a number
            quantity      | ``          | quantity: not a number: ''
            startDate     | yesterday   | startDate: not a moment
            isBundle      | yes         | isBundle: not a boolean
            status        | active;     | not like ''
            fields        | name,price  | 'price'
            sort          | -reason     | 'reason'
            sort          | name,-name  | name stands twice
            offset        | -1          | offset is a whole number from 0 on, not '-1'
            limit         | 0           | limit is a whole number from 1 on, not '0'
            limit         | 9999999999  | limit is a whole number
            """)
    void namesWhatItDoesNotUnderstand(String name, String value, String told) {
        assertThatThrownBy(() -> query(Map.of(name, value))).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.code()).isEqualTo(Problem.Code.INVALID_QUERY);
            assertThat(problem).hasMessageContaining(told);
        });
    }

    @Test
    void takesFiftyConditionsAndTwentyValuesButNoMore() {
        assertThat(query(Map.of("name", "x;name=".repeat(49) + "x"))
                        .filter()
                        .groups()
                        .getFirst())
                .hasSize(50);
        assertThatThrownBy(() -> query(Map.of("name", "x;name=".repeat(50) + "x")))
                .isInstanceOf(Problem.class);
        assertThat(query(Map.of("name", "x,".repeat(19) + "x")).filter().matches(CAFE))
                .isFalse();
        assertThatThrownBy(() -> query(Map.of("name", "x,".repeat(20) + "x"))).isInstanceOf(Problem.class);
    }

    @Test
    void knowsTheWindowAndWhetherItWasAskedFor() {
        assertThat(query(Map.of()).window()).isEqualTo(new Window(0, 200, false));
        assertThat(query(Map.of("offset", "3")).window()).isEqualTo(new Window(3, 200, true));
        assertThat(query(Map.of("limit", "1000")).window()).isEqualTo(new Window(0, 1000, true));
        assertThat(query(Map.of("limit", "1001")).window()).isEqualTo(new Window(0, 1000, true));
    }

    @Test
    void readsFieldsAndOrder() {
        Query query = query(Map.of("fields", "name,status", "sort", "-startDate,name"));

        assertThat(query.fields()).contains(Set.of("name", "status"));
        assertThat(query.sort())
                .containsExactly(new Order("startDate", Kind.MOMENT, true), new Order("name", Kind.TEXT, false));
        assertThat(Selection.of(CAFE, query.fields()).propertyNames()).containsExactly("id", "name", "status");
        assertThat(Selection.of(CAFE, query(Map.of("fields", "none")).fields()).propertyNames())
                .containsExactly("id");
        assertThat(Selection.of(CAFE, query(Map.of()).fields())).isEqualTo(CAFE);
    }

    @Test
    void refusesAParameterOfThePageThatStandsTwice() {
        assertThatThrownBy(() -> Query.of(Samples.PRODUCT, Map.of("limit", List.of("1", "2"))))
                .hasMessageContaining("limit stands more than once");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void answersAnythingWithAQueryOrAProblem(long seed) {
        RandomGenerator random = new Random(seed);
        for (int i = 0; i < 3_000; i++) {
            Map<String, List<String>> parameters = new LinkedHashMap<>();
            for (int j = random.nextInt(4); j > 0; j--) {
                parameters.put(
                        piece(random) + piece(random), Collections.nCopies(1 + random.nextInt(2), piece(random)));
            }
            try {
                Query.of(Samples.PRODUCT, parameters).filter().matches(CAFE);
            } catch (Problem problem) {
                assertThat(problem.code()).isEqualTo(Problem.Code.INVALID_QUERY);
            }
        }
    }

    private static String piece(RandomGenerator random) {
        List<String> pieces = List.of(
                "",
                "id",
                "name",
                "quantity",
                "startDate",
                "relatedParty.id",
                ".gt",
                ".lte",
                ".",
                ">",
                "<",
                "=",
                ">=",
                ";",
                ",",
                "fields",
                "sort",
                "limit",
                "offset",
                "-",
                "1",
                "1e50",
                "2026-11-02T08:00:00Z",
                "true",
                "中",
                "\u0000",
                "none");
        return pieces.get(random.nextInt(pieces.size())) + pieces.get(random.nextInt(pieces.size()));
    }

    private static Query query(Map<String, String> parameters) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        parameters.forEach((name, value) -> lists.put(name, List.of(value)));
        return Query.of(Samples.PRODUCT, lists);
    }
}
