package org.omnihall.hall.party;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** Amounts of money, which are kept in fen, as people type and read them: in yuan. */
public final class Fen {

    private static final Pattern YUAN = Pattern.compile("\\d{1,12}(?:\\.\\d{1,2})?");

    private Fen() {}

    /** Reads yuan with two places at most: {@code 1,234.5} is 123450 fen. */
    public static Optional<Long> parse(String yuan) {
        String plain = yuan.replaceAll("[\\s,\\u00a5\\uffe5]", "");
        return YUAN.matcher(plain).matches()
                ? Optional.of(new BigDecimal(plain).movePointRight(2).longValueExact())
                : Optional.empty();
    }

    /** Yuan with two places: {@code 1234.50}. */
    public static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }
}
