package org.omnihall.hall.access.session.journal;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.ToDoubleFunction;

/** What the journal counts, under {@code omnihall.accounting.journal}. */
final class JournalMeters {

    private static final String PREFIX = "omnihall.accounting.journal.";

    private final MeterRegistry meters;

    JournalMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    <T> void gauge(String name, T of, ToDoubleFunction<T> value) {
        meters.gauge(PREFIX + name, of, value);
    }

    /** Times that appended records were brought to the disk. */
    Counter syncs() {
        return meters.counter(PREFIX + "syncs");
    }

    /** Records that were kept. */
    Counter kept() {
        return meters.counter(PREFIX + "kept");
    }

    /** Tails that a power cut had torn and that were cut off. */
    Counter torn() {
        return meters.counter(PREFIX + "torn");
    }

    /** Stretches that were on the disk once and cannot be read. */
    Counter damaged() {
        return meters.counter(PREFIX + "damaged");
    }

    /** Records that were not taken, by reason. */
    Counter refused(JournalAnswer why) {
        return meters.counter(PREFIX + "refused", "reason", why.name());
    }

    /** Records that the database has. */
    Counter applied() {
        return meters.counter(PREFIX + "applied");
    }
}
