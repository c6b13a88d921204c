package org.omnihall.hall.shell;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/** How amounts are shown to people and read from what they type. */
public final class Amounts {

    private static final String[] UNITS = {"B", "KB", "MB", "GB", "TB", "PB"};

    private Amounts() {}

    /** Octets, three figures long: {@code 1.25 GB}. One KB is 1024 octets. */
    public static String size(long octets) {
        double amount = octets;
        int unit = 0;
        while (amount >= 1024 && unit < UNITS.length - 1) {
            amount /= 1024;
            unit++;
        }
        String form = unit == 0 || amount >= 100 ? "%.0f %s" : amount >= 10 ? "%.1f %s" : "%.2f %s";
        return String.format(Locale.ROOT, form, amount, UNITS[unit]);
    }

    /** A length of time as a clock shows it: {@code 1:02:03}, with days in front where there are any. */
    public static String span(Duration time) {
        String clock = String.format(
                Locale.ROOT, "%d:%02d:%02d", time.toHoursPart(), time.toMinutesPart(), time.toSecondsPart());
        return time.toDaysPart() == 0 ? clock : time.toDaysPart() + "d " + clock;
    }

    /** Bits per second: {@code 10 Mbit/s}; zero is a dash, for no limit. */
    public static String rate(long bitsPerSecond) {
        if (bitsPerSecond == 0) {
            return "–";
        }
        if (bitsPerSecond % 1_000_000 == 0) {
            return bitsPerSecond / 1_000_000 + " Mbit/s";
        }
        return bitsPerSecond % 1_000 == 0 ? bitsPerSecond / 1_000 + " kbit/s" : bitsPerSecond + " bit/s";
    }

    /** Money in yuan with its two places: {@code 12.50}. */
    public static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }

    /**
     * Yuan as people type them, with two places at most, in fen: {@code ¥1,234.5} is 123450; nothing where it is no amount, or a negative one.
     */
    public static Optional<Long> fen(String yuan) {
        String text = yuan.replaceAll("[\\s,\\u00a5\\uffe5]", "");
        return text.matches("\\d{1,12}(\\.\\d{1,2})?")
                ? Optional.of(new BigDecimal(text).movePointRight(2).longValueExact())
                : Optional.empty();
    }

    /** What a form's field for a local date and time holds; what is none asks for nothing. */
    public static Optional<Instant> moment(String typed, ZoneId zone) {
        try {
            return typed.isEmpty()
                    ? Optional.empty()
                    : Optional.of(LocalDateTime.parse(typed).atZone(zone).toInstant());
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
