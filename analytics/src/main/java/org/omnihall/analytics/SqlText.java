package org.omnihall.analytics;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/** The SQL of a step, one file for all engines; {@code :name} stands for a whole number. */
enum SqlText {
    VALUE("value.sql"),
    DISTRIBUTION("distribution.sql"),
    TIER("tier.sql");

    private final String text;

    SqlText(String file) {
        this.text = read(file);
    }

    /** The text without its comments, with the numbers in place of their names. */
    String with(Map<String, Long> numbers) {
        String filled = text.replaceAll("(?m)^\\s*--.*$", "").strip();
        for (Map.Entry<String, Long> number : numbers.entrySet()) {
            filled = filled.replaceAll(":" + number.getKey() + "\\b", Long.toString(number.getValue()));
        }
        return filled;
    }

    private static String read(String file) {
        try (InputStream in = Objects.requireNonNull(SqlText.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
