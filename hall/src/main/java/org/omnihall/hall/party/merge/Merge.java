package org.omnihall.hall.party.merge;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.omnihall.hall.party.Change.Reason;
import org.omnihall.hall.party.merge.Duplicate.Kind;
import org.omnihall.hall.party.merge.Duplicate.Side;

/**
 * Two records that were made one.
 *
 * @param moved how many rows it moved
 * @param undoneBy who took them apart again
 */
public record Merge(
        long id, Kind kind, Side kept, Side gone, Instant at, String actor, long moved, Optional<String> undoneBy) {

    /**
     * What a merge would do.
     *
     * @param refused why it cannot be done
     */
    public record Preview(Kind kind, Side kept, Side gone, List<Moving> moving, Optional<Reason> refused) {

        public Preview {
            moving = List.copyOf(moving);
        }
    }

    /**
     * What would happen to one kind of rows.
     *
     * @param moves those that would belong to the record that stays
     * @param stays those that would not, because it has them already
     */
    public record Moving(Pointer what, long moves, long stays) {}
}
