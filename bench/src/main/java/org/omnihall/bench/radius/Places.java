package org.omnihall.bench.radius;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who had the place of each subscriber who may have one device, by what a controller asked and heard; and so whether the limit refused rightly. All
 * moments by {@link System#nanoTime()}.
 */
final class Places {

    /** So long after its Stop was acknowledged a session may still be taken for the one that has the place. */
    private static final Duration SETTLED = Duration.ofSeconds(2);

    private final Map<Integer, Map<Long, Held>> held = new HashMap<>();
    private final List<Refused> refused = new ArrayList<>();

    /** From when its session was asked for to the acknowledgement of its Stop. */
    private record Held(long from, long to) {}

    private record Refused(int subscriber, long asked, long answered) {}

    /** An Accept came for what was asked at that moment. */
    void taken(int subscriber, long session, long asked) {
        held.computeIfAbsent(subscriber, first -> new HashMap<>()).put(session, new Held(asked, Long.MAX_VALUE));
    }

    /** The Stop was acknowledged. */
    void left(int subscriber, long session, long now) {
        held.getOrDefault(subscriber, new HashMap<>())
                .computeIfPresent(session, (number, was) -> new Held(was.from(), now));
    }

    /** A Reject came for what was asked at that moment. */
    void refused(int subscriber, long asked, long answered) {
        refused.add(new Refused(subscriber, asked, answered));
    }

    /** To be asked when every answer is there, for the Accept of who has the place may come after the Reject. */
    long rightlyRefused() {
        return refused.stream().filter(this::isRight).count();
    }

    /** Refused, though nobody had the place. */
    long wronglyRefused() {
        return refused.size() - rightlyRefused();
    }

    private boolean isRight(Refused one) {
        return held.getOrDefault(one.subscriber(), Map.of()).values().stream()
                .anyMatch(place -> place.from() <= one.answered() && one.asked() - SETTLED.toNanos() <= place.to());
    }
}
