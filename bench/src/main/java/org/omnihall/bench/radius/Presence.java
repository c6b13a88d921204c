package org.omnihall.bench.radius;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Who is online by what a controller sent and what was acknowledged, with the moments by {@link System#nanoTime()}. Of any thread. */
public final class Presence {

    private static final Stay NONE =
            new Stay(OptionalLong.empty(), OptionalInt.empty(), OptionalLong.empty(), OptionalLong.empty());

    private final String run;
    private final Map<Long, Stay> stays = new ConcurrentHashMap<>();
    private final Set<Long> toEnd = ConcurrentHashMap.newKeySet();

    Presence(String run) {
        this.run = run;
    }

    /**
     * One session.
     *
     * @param began when its Start was acknowledged
     * @param by the server that did so
     * @param left when its Stop was sent first
     * @param over when that was acknowledged
     */
    public record Stay(OptionalLong began, OptionalInt by, OptionalLong left, OptionalLong over) {}

    /**
     * How a list differs.
     *
     * @param missing online and not in it
     * @param surplus in it and over
     * @param longest for how long it is wrong about one of them, from the acknowledgement that it does not know
     */
    public record Difference(long missing, long surplus, Duration longest) {

        /** About how many sessions the list is wrong. */
        public long count() {
            return missing + surplus;
        }
    }

    void sent(Session session, long now) {
        if (session.step() == Traffic.Step.STOP) {
            stays.merge(
                    session.number,
                    new Stay(OptionalLong.empty(), OptionalInt.empty(), OptionalLong.of(now), OptionalLong.empty()),
                    (was, more) -> new Stay(was.began(), was.by(), more.left(), was.over()));
        }
    }

    void acknowledged(Session session, long now, int server) {
        if (session.step() == Traffic.Step.START) {
            stays.compute(session.number, (number, was) -> {
                Stay known = was == null ? NONE : was;
                return new Stay(OptionalLong.of(now), OptionalInt.of(server), known.left(), known.over());
            });
        } else if (session.step() == Traffic.Step.STOP) {
            stays.computeIfPresent(
                    session.number, (number, was) -> new Stay(was.began(), was.by(), was.left(), OptionalLong.of(now)));
        }
    }

    /** Has a session stop at its next step, as its controller was told; nothing where it is not of this run. */
    public OptionalLong toEnd(String acctSessionId) {
        if (!acctSessionId.startsWith(run)) {
            return OptionalLong.empty();
        }
        long number = Long.parseLong(acctSessionId.substring(run.length()));
        toEnd.add(number);
        return OptionalLong.of(number);
    }

    boolean isToEnd(Session session) {
        return toEnd.contains(session.number) && session.step() != Traffic.Step.START;
    }

    public Map<Long, Stay> stays() {
        return Map.copyOf(stays);
    }

    /**
     * Compares a list of sessions that was read between two moments; what began or left about then may be in it or not.
     *
     * @param listed by their Acct-Session-Id
     */
    public Difference compare(Set<String> listed, long before, long after) {
        long missing = 0;
        long surplus = 0;
        long longest = 0;
        for (Map.Entry<Long, Stay> one : stays.entrySet()) {
            Stay stay = one.getValue();
            boolean isListed = listed.contains(run + one.getKey());
            long began = stay.began().orElse(Long.MAX_VALUE);
            long over = stay.over().orElse(Long.MAX_VALUE);
            if (!isListed && began < before && stay.left().orElse(Long.MAX_VALUE) > after) {
                missing++;
                longest = Math.max(longest, before - began);
            } else if (isListed && over < before) {
                surplus++;
                longest = Math.max(longest, before - over);
            }
        }
        return new Difference(missing, surplus, Duration.ofNanos(longest));
    }
}
