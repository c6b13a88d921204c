package org.omnihall.hall.access.limit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.omnihall.hall.access.network.DevicePolicy;
import org.omnihall.octets.MacAddress;

/** How many devices one owner may have online, and what happens with one more (requirement A6, access-rules.md rule 15). */
final class DeviceLimit {

    private DeviceLimit() {}

    /**
     * A place that is taken.
     *
     * @param open true for an open session, false for an admission whose Start has not come
     */
    record Place(UUID id, boolean open, Optional<MacAddress> mac, Instant since) {}

    /** The answer. */
    sealed interface Verdict {
        /** There is room, once the given open sessions are ended. */
        record Room(List<UUID> release) implements Verdict {}

        record Full() implements Verdict {}
    }

    /**
     * Judges one more device. With REJECT every place counts, with the other two a place of the same MAC does not: the device takes its own
     * place over. Zero devices means no limit.
     *
     * @param taken the owner's places, those that are being released not among them
     */
    static Verdict judge(Limit limit, Optional<MacAddress> mac, List<Place> taken) {
        List<Place> counted = new ArrayList<>(taken);
        counted.removeIf(p -> limit.policy() != DevicePolicy.REJECT
                && mac.isPresent()
                && p.mac().equals(mac));
        int tooMany = counted.size() + 1 - limit.devices();
        if (limit.devices() <= 0 || tooMany <= 0) {
            return new Verdict.Room(List.of());
        }
        List<UUID> oldest = counted.stream()
                .filter(Place::open)
                .sorted(Comparator.comparing(Place::since))
                .limit(tooMany)
                .map(Place::id)
                .toList();
        return limit.policy() == DevicePolicy.RELEASE_OLDEST && oldest.size() == tooMany
                ? new Verdict.Room(oldest)
                : new Verdict.Full();
    }
}
