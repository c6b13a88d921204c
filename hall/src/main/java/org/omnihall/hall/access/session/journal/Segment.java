package org.omnihall.hall.access.session.journal;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A segment that is written no more and waits for the database.
 *
 * @param number of its file; they count up through all journals of a directory
 * @param durable its last position that is known to have been on the disk
 * @param records how many it holds
 * @param since when its oldest record came, as far as this process knows
 */
record Segment(long number, SegmentHeader header, long durable, long records, long octets, Instant since) {

    private static final Pattern NAME = Pattern.compile("([0-9]{12})[.](journal|damaged)");

    /** What a file of the directory is. */
    enum Kind {
        /** Records for the database. */
        JOURNAL,
        /** Kept for whoever can read more of it than we. */
        DAMAGED;

        String name(long number) {
            return "%012d.%s".formatted(number, name().toLowerCase(java.util.Locale.ROOT));
        }
    }

    /** A file's name, understood. */
    record Name(long number, Kind kind) {

        static Optional<Name> parse(String text) {
            Matcher parts = NAME.matcher(text);
            return parts.matches()
                    ? Optional.of(new Name(
                            Long.parseLong(parts.group(1)),
                            Kind.valueOf(parts.group(2).toUpperCase(java.util.Locale.ROOT))))
                    : Optional.empty();
        }

        String text() {
            return kind.name(number);
        }
    }

    String file() {
        return Kind.JOURNAL.name(number);
    }
}
