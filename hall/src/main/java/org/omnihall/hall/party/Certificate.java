package org.omnihall.hall.party;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The certificate by which a person was identified, valid by construction. Its number never gets into a log, page or export: it is kept
 * sealed, found by a keyed hash, and shown only under audit.
 */
public record Certificate(Kind kind, String number) {

    /** The kinds of certificates that a number can be opened with. */
    public enum Kind {
        /** GB 11643: 17 digits and a check character. */
        ID_CARD,
        PASSPORT,
        /** For people of Hong Kong, Macao and Taiwan. */
        TRAVEL_PERMIT,
        OTHER
    }

    /**
     * What everybody may see of it.
     *
     * @param ending the last four characters
     */
    public record Hint(Kind kind, String ending) {}

    private static final Pattern ID_CARD = Pattern.compile("[1-9]\\d{5}(?:18|19|20)\\d{9}[0-9X]");
    private static final Pattern OTHERS = Pattern.compile("[0-9A-Z]{5,20}");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";
    private static final int ENDING = 4;

    public Certificate {
        if (!isValid(kind, number)) {
            throw new IllegalArgumentException("not a certificate of this kind");
        }
    }

    /** Reads what people type: blanks and dashes are taken away, small letters are taken for capitals. */
    public static Optional<Certificate> parse(Kind kind, String typed) {
        String number = typed.replaceAll("[\\s\\-()\\u3000]", "").toUpperCase(Locale.ROOT);
        return isValid(kind, number) ? Optional.of(new Certificate(kind, number)) : Optional.empty();
    }

    /** The kind that a number without one has: an ID card where it can be one. */
    public static Optional<Certificate> parse(String typed) {
        return parse(Kind.ID_CARD, typed).or(() -> parse(Kind.OTHER, typed));
    }

    public Hint hint() {
        return new Hint(kind, number.substring(number.length() - ENDING));
    }

    private static boolean isValid(Kind kind, String number) {
        return switch (kind) {
            case ID_CARD -> ID_CARD.matcher(number).matches() && check(number) == number.charAt(WEIGHTS.length);
            case PASSPORT, TRAVEL_PERMIT, OTHER -> OTHERS.matcher(number).matches();
        };
    }

    static char check(String number) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (number.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % CHECKS.length());
    }

    /** Without the number, so that it never gets into a log by accident. */
    @Override
    public String toString() {
        return kind + " ****" + hint().ending();
    }
}
