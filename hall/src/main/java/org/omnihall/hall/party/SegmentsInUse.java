package org.omnihall.hall.party;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** The number plan that is in use, in memory. */
@Component
class SegmentsInUse {

    private volatile Optional<SegmentTable> table = Optional.empty();

    /** Until the table is there, the library is asked for the one segment. */
    Optional<SegmentPlace> at(int segment) {
        Optional<SegmentTable> now = table;
        return now.isPresent() ? now.get().at(segment) : LibrarySegments.at(segment);
    }

    void use(SegmentTable next) {
        table = Optional.of(next);
    }
}
