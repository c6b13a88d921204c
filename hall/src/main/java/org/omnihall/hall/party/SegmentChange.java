package org.omnihall.hall.party;

import java.util.Optional;

/** Neighbouring segments, both ends included, that one number plan answers alike and another alike but otherwise. */
public record SegmentChange(int first, int last, Optional<SegmentPlace> before, Optional<SegmentPlace> after) {

    public int segments() {
        return last - first + 1;
    }

    boolean isContinuedBy(SegmentChange next) {
        return next.first == last + 1 && next.before.equals(before) && next.after.equals(after);
    }

    SegmentChange to(int end) {
        return new SegmentChange(first, end, before, after);
    }
}
