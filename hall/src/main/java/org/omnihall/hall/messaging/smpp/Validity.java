package org.omnihall.hall.messaging.smpp;

import java.time.Duration;
import java.util.Locale;

/** SMPP's relative time, {@code YYMMDDhhmmss000R} (SMPP 3.4 section 7.1.1): needs no agreement of clocks or time zones. */
final class Validity {

    private static final Duration LONGEST = Duration.ofDays(30);

    private Validity() {}

    /** At least one second, at most thirty days. */
    static String of(Duration life) {
        Duration bounded = life.compareTo(LONGEST) > 0 ? LONGEST : life;
        long seconds = Math.max(1, bounded.toSeconds());
        Duration whole = Duration.ofSeconds(seconds);
        return String.format(
                Locale.ROOT,
                "0000%02d%02d%02d%02d000R",
                whole.toDays(),
                whole.toHoursPart(),
                whole.toMinutesPart(),
                whole.toSecondsPart());
    }
}
