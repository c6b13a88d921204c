package org.omnihall.hall.shell;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was typed into a form or stands in a line of a file, by field: reads it, and knows what is wrong with which field, so that people see
 * all of it at once. Word keys of faults are {@code shell.fault.NAME} or the module's own.
 */
public final class Typed {

    private final Map<String, String> fields;
    private final Map<String, String> faults = new LinkedHashMap<>();

    public Typed(Map<String, String> fields) {
        this.fields = Map.copyOf(fields);
    }

    /** The same, unread, with one field changed. */
    public Typed with(String field, String value) {
        Map<String, String> changed = new LinkedHashMap<>(fields);
        changed.put(field, value);
        return new Typed(changed);
    }

    /** Without blanks around; empty where nothing was given. */
    public String text(String field) {
        return fields.getOrDefault(field, "").strip();
    }

    public boolean has(String field) {
        return !text(field).isEmpty();
    }

    /** The word key of what is wrong with a field; empty where nothing is. */
    public String fault(String field) {
        return faults.getOrDefault(field, "");
    }

    /** Field and word key, in the order in which they were found. */
    public Map<String, String> faults() {
        return Collections.unmodifiableMap(faults);
    }

    public boolean isWrong() {
        return !faults.isEmpty();
    }

    /** Says what is wrong with a field; the first fault of a field stays. */
    public void wrong(String field, String wordKey) {
        faults.putIfAbsent(field, wordKey);
    }

    /** A text that must be given, on one line. */
    public String required(String field, int longest) {
        if (!has(field)) {
            wrong(field, "shell.fault.EMPTY");
        }
        return optional(field, longest);
    }

    /** A text on one line, perhaps empty. */
    public String optional(String field, int longest) {
        String text = text(field);
        if (text.length() > longest) {
            wrong(field, "shell.fault.TOO_LONG");
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            wrong(field, "shell.fault.MALFORMED");
        }
        return text;
    }

    /** A text that looks like this. */
    public String matching(String field, String pattern) {
        String text = text(field);
        if (!text.matches(pattern)) {
            wrong(field, text.isEmpty() ? "shell.fault.EMPTY" : "shell.fault.MALFORMED");
        }
        return text;
    }

    /** A whole number within limits, both included. What is none counts as the least, and is a fault. */
    public long number(String field, long least, long most) {
        Optional<Long> read = maybeNumber(field, least, most);
        if (read.isEmpty()) {
            wrong(field, "shell.fault.EMPTY");
        }
        return read.orElse(least);
    }

    /** A whole number within limits, or nothing where the field is empty. */
    public Optional<Long> maybeNumber(String field, long least, long most) {
        String text = text(field);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!text.matches("\\d{1,15}") || Long.parseLong(text) < least || Long.parseLong(text) > most) {
            wrong(field, "shell.fault.NUMBER");
            return Optional.empty();
        }
        return Optional.of(Long.parseLong(text));
    }

    /** Yuan as people type them, in fen; see {@link Amounts#fen}. */
    public Optional<Long> maybeFen(String field, long most) {
        if (!has(field)) {
            return Optional.empty();
        }
        Optional<Long> fen = Amounts.fen(text(field)).filter(amount -> amount <= most);
        if (fen.isEmpty()) {
            wrong(field, "shell.fault.MONEY");
        }
        return fen;
    }

    /** One case of an enum by its name, in any case of letters; where there is none, nothing and a fault. */
    public <E extends Enum<E>> Optional<E> choice(String field, Class<E> type) {
        Optional<E> chosen = Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equalsIgnoreCase(text(field)))
                .findFirst();
        if (chosen.isEmpty()) {
            wrong(field, has(field) ? "shell.fault.CHOICE" : "shell.fault.EMPTY");
        }
        return chosen;
    }

    public boolean ticked(String field) {
        return text(field).equals("true");
    }
}
