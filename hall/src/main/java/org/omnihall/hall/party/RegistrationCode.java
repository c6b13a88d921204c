package org.omnihall.hall.party;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The unified social credit code of an organisation (GB 32100-2015), valid by construction: 18 characters, the last of which checks the
 * others.
 */
public record RegistrationCode(String text) {

    private static final String SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final Pattern FORM = Pattern.compile("[0-9A-HJ-NPQRTUWXY]{2}\\d{6}[0-9A-HJ-NPQRTUWXY]{10}");
    private static final int MODULUS = 31;
    private static final int BASE = 3;

    public RegistrationCode {
        if (!isValid(text)) {
            throw new IllegalArgumentException("not a unified social credit code");
        }
    }

    /** Reads what people type: blanks and dashes are taken away, small letters are taken for capitals. */
    public static Optional<RegistrationCode> parse(String typed) {
        String text = typed.replaceAll("[\\s\\-\\u3000]", "").toUpperCase(Locale.ROOT);
        return isValid(text) ? Optional.of(new RegistrationCode(text)) : Optional.empty();
    }

    /** The check character of the first seventeen. */
    static char check(String seventeen) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < seventeen.length(); i++) {
            sum += SIGNS.indexOf(seventeen.charAt(i)) * weight;
            weight = weight * BASE % MODULUS;
        }
        return SIGNS.charAt((MODULUS - sum % MODULUS) % MODULUS);
    }

    private static boolean isValid(String text) {
        return FORM.matcher(text).matches() && check(text.substring(0, text.length() - 1)) == text.charAt(17);
    }
}
