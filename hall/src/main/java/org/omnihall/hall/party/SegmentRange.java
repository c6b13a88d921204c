package org.omnihall.hall.party;

/** Neighbouring seven-digit segments, both ends included, that were given out alike. */
public record SegmentRange(int first, int last, SegmentPlace place) {

    static final int LOWEST = 1_300_000;
    static final int HIGHEST = 1_999_999;

    public SegmentRange {
        if (first < LOWEST || last > HIGHEST || last < first) {
            throw new IllegalArgumentException("not a range of segments: " + first + " to " + last);
        }
    }

    public int segments() {
        return last - first + 1;
    }
}
