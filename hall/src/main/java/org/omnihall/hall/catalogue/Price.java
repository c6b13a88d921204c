package org.omnihall.hall.catalogue;

import java.time.Instant;

/**
 * What is to be paid for one of an offering, until the next price of its kind and unit begins (TMF620 ProductOfferingPrice).
 *
 * @param id 0 for the price of a bundle, which is computed
 * @param unit of what is used, such as {@code SMS}; empty for the other kinds
 * @param fen integer, 0 or more
 */
public record Price(long id, String offering, Kind kind, String unit, long fen, Instant from) {

    /** A thousand million yuan: whoever types more has typed something else. */
    static final long MOST_FEN = 100_000_000_000L;

    /** When it is paid. */
    public enum Kind {
        ONE_TIME,
        MONTHLY,
        /** By what was used. */
        USAGE
    }

    /** The same from another moment on. */
    Price beginning(Instant moment) {
        return new Price(id, offering, kind, unit, fen, moment);
    }

    /** Whether the other one is about the same thing, so that the later of the two counts. */
    boolean isOfSameThing(Price other) {
        return kind == other.kind && unit.equals(other.unit);
    }
}
