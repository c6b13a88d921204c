package org.omnihall.hall.access.limit;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whose places are counted; {@link #toString} gives {@code account:4}, the form that is stored. */
public record Owner(Kind kind, long id) {

    private static final Pattern FORM = Pattern.compile("([a-z]+):([0-9]{1,18})");

    /** What owns devices. */
    public enum Kind {
        ACCOUNT("account"),
        SUBSCRIBER("subscriber");

        private final String text;

        Kind(String text) {
            this.text = text;
        }
    }

    public static Owner account(long id) {
        return new Owner(Kind.ACCOUNT, id);
    }

    public static Owner subscriber(long id) {
        return new Owner(Kind.SUBSCRIBER, id);
    }

    /** Reads the stored form. */
    public static Optional<Owner> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Arrays.stream(Kind.values())
                        .filter(kind -> kind.text.equals(form.group(1)))
                        .findFirst()
                        .map(kind -> new Owner(kind, Long.parseLong(form.group(2))))
                : Optional.empty();
    }

    /** The same as one number: the sign tells the kind. */
    public long number() {
        return switch (kind) {
            case ACCOUNT -> id;
            case SUBSCRIBER -> ~id;
        };
    }

    public static Owner ofNumber(long number) {
        return number >= 0 ? account(number) : subscriber(~number);
    }

    @Override
    public String toString() {
        return kind.text + ":" + id;
    }
}
