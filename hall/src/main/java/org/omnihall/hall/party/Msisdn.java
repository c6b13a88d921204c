package org.omnihall.hall.party;

import java.util.Optional;
import java.util.regex.Pattern;

/** A Chinese mainland mobile number, valid by construction: eleven digits that begin with 13 to 19. */
public record Msisdn(String digits) {

    private static final Pattern FORM = Pattern.compile("1[3-9]\\d{9}");
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\-()\\u3000]");
    private static final Pattern IN_FRONT = Pattern.compile("^(\\+86|0086|86(?=1\\d{10}$))");

    public Msisdn {
        if (!FORM.matcher(digits).matches()) {
            throw new IllegalArgumentException("not a mobile number");
        }
    }

    /** Reads what people type: spaces, dashes and a leading +86, 0086 or 86 are taken away. */
    public static Optional<Msisdn> parse(String typed) {
        if (hasLetter(typed)) {
            return Optional.empty(); // a name, of which there are many, is found out at once
        }
        String digits = IN_FRONT.matcher(BETWEEN.matcher(typed).replaceAll("")).replaceFirst("");
        return FORM.matcher(digits).matches() ? Optional.of(new Msisdn(digits)) : Optional.empty();
    }

    private static boolean hasLetter(String typed) {
        for (int at = 0; at < typed.length(); at++) {
            if (Character.isLetter(typed.charAt(at))) {
                return true;
            }
        }
        return false;
    }

    /** The first seven digits, by which numbers were given out to operators and cities. */
    public int segment() {
        return Integer.parseInt(digits.substring(0, 7));
    }

    /** What a screen shows to those who may not see the number: {@code 138****8000}. */
    public String masked() {
        return digits.substring(0, 3) + "****" + digits.substring(7);
    }

    /** Masked, so that a number never gets into a log by accident. */
    @Override
    public String toString() {
        return masked();
    }
}
