package org.omnihall.hall.party;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The number plan in memory: for each of the 700,000 possible segments two octets that name one of the distinct places, so that a
 * look-up is one step whatever its answer is, and the whole takes 1.4 MB. Immutable.
 */
final class SegmentTable {

    static final SegmentTable EMPTY =
            new SegmentTable(new char[SegmentRange.HIGHEST - SegmentRange.LOWEST + 1], List.of());

    private final char[] placeOf;
    private final List<SegmentPlace> places;

    private SegmentTable(char[] placeOf, List<SegmentPlace> places) {
        this.placeOf = placeOf;
        this.places = List.copyOf(places);
    }

    static SegmentTable of(Collection<SegmentRange> ranges) {
        return EMPTY.with(ranges);
    }

    /** This plan with other ranges laid over it; where they overlap the later range holds. */
    SegmentTable with(Collection<SegmentRange> over) {
        char[] laid = placeOf.clone();
        List<SegmentPlace> known = new ArrayList<>(places);
        Map<SegmentPlace, Character> numbers = new HashMap<>();
        for (int i = 0; i < known.size(); i++) {
            numbers.put(known.get(i), (char) (i + 1));
        }
        for (SegmentRange range : over) {
            char number = numbers.computeIfAbsent(range.place(), place -> added(known, place));
            java.util.Arrays.fill(laid, index(range.first()), index(range.last()) + 1, number);
        }
        return new SegmentTable(laid, known);
    }

    private static char added(List<SegmentPlace> known, SegmentPlace place) {
        if (known.size() == Character.MAX_VALUE) {
            throw new IllegalArgumentException("more than 65,535 different places");
        }
        known.add(place);
        return (char) known.size();
    }

    Optional<SegmentPlace> at(int segment) {
        int number = segment < SegmentRange.LOWEST || segment > SegmentRange.HIGHEST ? 0 : placeOf[index(segment)];
        return number == 0 ? Optional.empty() : Optional.of(places.get(number - 1));
    }

    /** How many segments have a place. */
    int size() {
        int given = 0;
        for (char number : placeOf) {
            given += number == 0 ? 0 : 1;
        }
        return given;
    }

    /** How many segments another plan answers differently. */
    int differences(SegmentTable other) {
        int differing = 0;
        for (int segment = SegmentRange.LOWEST; segment <= SegmentRange.HIGHEST; segment++) {
            differing += at(segment).equals(other.at(segment)) ? 0 : 1;
        }
        return differing;
    }

    /** Where another plan answers otherwise, as the longest ranges, in order. */
    List<SegmentChange> changesTo(SegmentTable other) {
        List<SegmentChange> changes = new ArrayList<>();
        for (int segment = SegmentRange.LOWEST; segment <= SegmentRange.HIGHEST; segment++) {
            Optional<SegmentPlace> before = at(segment);
            Optional<SegmentPlace> after = other.at(segment);
            if (!before.equals(after)) {
                SegmentChange change = new SegmentChange(segment, segment, before, after);
                if (!changes.isEmpty() && changes.getLast().isContinuedBy(change)) {
                    change = changes.removeLast().to(segment);
                }
                changes.add(change);
            }
        }
        return changes;
    }

    /** All that is given out, as the longest ranges, in order. */
    List<SegmentRange> ranges() {
        List<SegmentRange> ranges = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= placeOf.length; i++) {
            if (i == placeOf.length || placeOf[i] != placeOf[from]) {
                if (placeOf[from] != 0) {
                    ranges.add(new SegmentRange(segment(from), segment(i - 1), places.get(placeOf[from] - 1)));
                }
                from = i;
            }
        }
        return ranges;
    }

    private static int index(int segment) {
        return segment - SegmentRange.LOWEST;
    }

    private static int segment(int index) {
        return index + SegmentRange.LOWEST;
    }
}
