package org.omnihall.hall.shell;

import java.text.NumberFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The texts of one language. Keys begin with the name of their module; {@code {0}} stands for the first argument. */
public final class Words {

    private final Locale locale;
    private final Map<String, String> texts;

    Words(Locale locale, Map<String, String> texts) {
        this.locale = locale;
        this.texts = Map.copyOf(texts);
    }

    /**
     * The text of a key.
     *
     * @throws IllegalArgumentException if there is none, which a test over all templates prevents
     */
    public String get(String key, Object... arguments) {
        return find(key, arguments).orElseThrow(() -> new IllegalArgumentException("no words for " + key));
    }

    /** The text of a key that is made from data, such as the name of a case in a table. */
    public Optional<String> find(String key, Object... arguments) {
        return Optional.ofNullable(texts.get(key)).map(text -> fill(text, arguments));
    }

    /** The text of an enum's case: key prefix, dot, name of the case. */
    public String of(String prefix, Enum<?> value) {
        return get(prefix + "." + value.name());
    }

    public Locale locale() {
        return locale;
    }

    Map<String, String> texts() {
        return texts;
    }

    private String fill(String text, Object... arguments) {
        String filled = text;
        for (int i = 0; i < arguments.length; i++) {
            filled = filled.replace("{" + i + "}", show(arguments[i]));
        }
        return filled;
    }

    private String show(Object argument) {
        return argument instanceof Integer || argument instanceof Long
                ? NumberFormat.getIntegerInstance(locale).format(argument)
                : argument.toString();
    }
}
