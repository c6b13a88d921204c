package org.omnihall.hall.access.session.journal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The knobs of the accounting journal. A misspelt key stops the start-up.
 *
 * @param patience how long accounting waits for the database before it goes to the journal
 * @param room octets that the journal takes at most; when it is full, accounting is acknowledged no more until the database has taken some
 * @param segment octets of one file, about; a file goes when the database has all of it
 */
@ConfigurationProperties(prefix = "omnihall.accounting.journal", ignoreUnknownFields = false)
public record JournalSettings(
        @DefaultValue("1500ms") Duration patience,
        @DefaultValue("2GB") DataSize room,
        @DefaultValue("8MB") DataSize segment) {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final DataSize LARGEST = DataSize.ofMegabytes(64);

    public JournalSettings {
        if (patience.isNegative() || patience.isZero() || patience.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("patience is more than nothing and at most 30 s: " + patience);
        }
        if (segment.toKilobytes() < 1 || segment.compareTo(LARGEST) > 0) {
            throw new IllegalArgumentException("a segment has from 1 KB to 64 MB: " + segment);
        }
        if (room.compareTo(segment) < 0) {
            throw new IllegalArgumentException("the journal has room for one segment at least: " + room);
        }
    }
}
