package org.omnihall.tmf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a request's parameters by what one resource declares. What is not declared is refused by name, never ignored. */
final class QueryReader {

    static final int MOST_CLAUSES = 50;
    static final int MOST_VALUES = 20;
    private static final int LONGEST_ECHO = 60;

    private final ResourceType type;
    private final List<List<Clause>> groups = new ArrayList<>();
    private Optional<Set<String>> fields = Optional.empty();
    private List<Order> sort = List.of();
    private Optional<Integer> offset = Optional.empty();
    private Optional<Integer> limit = Optional.empty();
    private int clauses;

    QueryReader(ResourceType type) {
        this.type = type;
    }

    Query read(Map<String, List<String>> parameters) {
        parameters.forEach(this::take);
        int rows = Math.min(limit.orElse(Window.DEFAULT_LIMIT), Window.LARGEST_LIMIT);
        Window window = new Window(offset.orElse(0), rows, offset.isPresent() || limit.isPresent());
        return new Query(fields, new Filter(groups), sort, window);
    }

    private void take(String name, List<String> values) {
        if (name.indexOf('\0') >= 0 || values.stream().anyMatch(value -> value.indexOf('\0') >= 0)) {
            throw Problem.query("a parameter holds the character NUL");
        }
        switch (name) {
            case "fields" -> fields = Optional.of(fieldsIn(only(name, values)));
            case "sort" -> sort = sortIn(only(name, values));
            case "offset" -> offset = Optional.of(number(name, only(name, values), 0));
            case "limit" -> limit = Optional.of(number(name, only(name, values), 1));
            default -> values.forEach(value -> groups.add(anyOf(name, value)));
        }
    }

    private Set<String> fieldsIn(String text) {
        if (text.equals("none")) {
            return Set.of();
        }
        Set<String> named = new LinkedHashSet<>();
        for (String field : split(text, ',')) {
            if (!type.attributes().contains(field)) {
                throw Problem.query("fields: " + type.name() + " has no attribute " + echo(field));
            }
            named.add(field);
        }
        return named;
    }

    private List<Order> sortIn(String text) {
        List<Order> orders = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String part : split(text, ',')) {
            boolean descending = part.startsWith("-");
            String path = descending || part.startsWith("+") ? part.substring(1) : part;
            Order order = new Order(path, kind("sort", path), descending);
            if (!seen.add(path)) {
                throw Problem.query("sort: " + path + " stands twice");
            }
            orders.add(order);
        }
        return orders;
    }

    /** One parameter: {@code a=x,y} is one clause, {@code a=x;b=y} are two of which one must hold. */
    private List<Clause> anyOf(String name, String value) {
        List<Clause> any = new ArrayList<>();
        String pending = name + "=" + value;
        if (value.isEmpty() && name.matches("(?s)[^<>]*[<>][^=].*")) {
            pending = name; // a>5 has no equals sign, so all of it arrives as a name
        }
        for (String part : split(pending, ';')) {
            any.add(clause(part));
        }
        return any;
    }

    private Clause clause(String text) {
        if (++clauses > MOST_CLAUSES) {
            throw Problem.query("more than " + MOST_CLAUSES + " conditions");
        }
        int at = firstOf(text, "<>=");
        if (at <= 0) {
            throw Problem.query("a condition looks like attribute=value, not like " + echo(text));
        }
        String path = text.substring(0, at);
        String rest = text.substring(at + 1);
        return text.charAt(at) == '=' ? named(path, rest) : signed(path, text.charAt(at), rest);
    }

    /** {@code price=10}, {@code price.gte=10}. An attribute of this very name comes first. */
    private Clause named(String path, String values) {
        int dot = path.lastIndexOf('.');
        Optional<Operator> suffix = dot <= 0 || type.filters().containsKey(path)
                ? Optional.empty()
                : Operator.ofSuffix(path.substring(dot + 1));
        return suffix.map(operator -> typed(path.substring(0, dot), operator, split(values, ',')))
                .orElseGet(() -> typed(path, Operator.EQ, split(values, ',')));
    }

    /** {@code price>10}, {@code price>=10}. */
    private Clause signed(String path, char sign, String rest) {
        boolean orEqual = rest.startsWith("=");
        Operator operator = Operator.ofSign(orEqual ? sign + "=" : String.valueOf(sign));
        return typed(path, operator, split(orEqual ? rest.substring(1) : rest, ','));
    }

    private Clause typed(String path, Operator operator, List<String> values) {
        Kind kind = kind("filter", path);
        if (values.size() > MOST_VALUES) {
            throw Problem.query(path + ": more than " + MOST_VALUES + " values");
        }
        for (String value : values) {
            if (kind.parse(value).isEmpty()) {
                throw Problem.query(path + ": not a " + kind.name().toLowerCase(Locale.ROOT) + ": " + echo(value));
            }
        }
        return new Clause(path, kind, operator, values);
    }

    private Kind kind(String what, String path) {
        Kind kind = type.filters().get(path);
        if (kind == null) {
            throw Problem.query(what + ": " + type.name() + " cannot be asked for by " + echo(path) + "; it can by "
                    + String.join(", ", type.filters().keySet()));
        }
        return kind;
    }

    private static int number(String name, String text, int least) {
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < least) {
            throw Problem.query(name + " is a whole number from " + least + " on, not " + echo(text));
        }
        return Integer.parseInt(text);
    }

    private static String only(String name, List<String> values) {
        if (values.size() != 1) {
            throw Problem.query(name + " stands more than once");
        }
        return values.getFirst();
    }

    private static List<String> split(String text, char separator) {
        return Arrays.asList(text.split(String.valueOf(separator), -1));
    }

    private static int firstOf(String text, String signs) {
        for (int i = 0; i < text.length(); i++) {
            if (signs.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }

    private static String echo(String text) {
        return "'" + (text.length() > LONGEST_ECHO ? text.substring(0, LONGEST_ECHO) + "..." : text) + "'";
    }
}
