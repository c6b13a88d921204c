package org.omnihall.hall.access.session;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.omnihall.octets.MacAddress;

/** A device that starts anew in an SSID group leaves its older session there (access-rules.md rule 10); wired ports are left alone. */
final class SameDevice {

    private SameDevice() {}

    private record Key(MacAddress mac, String ssidGroup) {}

    /** The sessions that change, each with what closes it; pure, and the same in whatever order they became known. */
    static Map<UUID, Held> replaced(List<Held> sessions) {
        Map<Key, List<Held>> byDevice = new HashMap<>();
        for (Held session : sessions) {
            if (session.facts().wlan() && session.facts().mac().isPresent()) {
                Key key = new Key(
                        session.facts().mac().get(), session.facts().place().ssidGroup());
                byDevice.computeIfAbsent(key, k -> new java.util.ArrayList<>()).add(session);
            }
        }
        Map<UUID, Held> changed = new HashMap<>();
        byDevice.values().forEach(list -> close(list, changed));
        return changed;
    }

    private static void close(List<Held> sessions, Map<UUID, Held> changed) {
        List<Held> byStart = sessions.stream()
                .sorted(Comparator.comparing(s -> s.fold().startedAt()))
                .toList();
        for (int older = 0; older < byStart.size(); older++) {
            Held session = byStart.get(older);
            for (Held newer : byStart.subList(older + 1, byStart.size())) {
                Instant at = newer.fold().startedAt();
                if (at.isAfter(session.fold().startedAt()) && matters(session.fold(), at)) {
                    session = session.with(new Closer(at, Closer.Cause.REPLACED));
                    changed.put(session.facts().id(), session);
                }
            }
        }
    }

    /** A session that is over for another reason stays as it is. */
    private static boolean matters(SessionFold fold, Instant at) {
        return fold.close()
                .map(c -> c.cause() == Closer.Cause.REPLACED && at.isBefore(c.at()))
                .orElse(fold.lastHeard().map(heard -> !at.isBefore(heard)).orElse(true));
    }
}
