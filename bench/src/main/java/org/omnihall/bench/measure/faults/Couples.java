package org.omnihall.bench.measure.faults;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.omnihall.bench.radius.Presence;

/**
 * What became of two devices each of subscribers who may have one.
 *
 * @param both how many had both online at once
 * @param told how many of these heard a Disconnect in time
 * @param untold how many did not, though both stayed for longer
 * @param orphans how many the killed node let in within its last two seconds, whose Disconnect was not there when it died
 * @param longest from the later acknowledged Start to the Disconnect
 */
public record Couples(long both, long told, long untold, long orphans, Duration longest) {

    private static final Duration IN_TIME = Duration.ofSeconds(2);

    /**
     * A death.
     *
     * @param server which one
     * @param at by {@link System#nanoTime()}
     */
    record Kill(int server, long at) {}

    /** @param heard when each session's Disconnect came */
    static Couples of(Map<Long, Presence.Stay> stays, String run, Map<String, Long> heard, Kill kill) {
        long both = 0;
        long orphans = 0;
        long told = 0;
        long untold = 0;
        long longest = 0;
        for (long first : stays.keySet().stream().filter(n -> n % 2 == 0).toList()) {
            long since = both(stays, first);
            long until = Math.min(left(stays, first), left(stays, first + 1));
            if (since >= until) {
                continue;
            }
            both++;
            OptionalLong disconnect = LongStream.of(first, first + 1)
                    .filter(n -> heard.containsKey(run + n))
                    .map(n -> heard.getOrDefault(run + n, Long.MAX_VALUE))
                    .min();
            if (isOrphan(stays, first, kill) && Math.min(until, disconnect.orElse(Long.MAX_VALUE)) > kill.at()) {
                orphans++;
            }
            if (disconnect.isPresent() && disconnect.getAsLong() < until) {
                long took = Math.max(0, disconnect.getAsLong() - since);
                longest = Math.max(longest, took);
                told += took <= IN_TIME.toNanos() ? 1 : 0;
                untold += took <= IN_TIME.toNanos() ? 0 : 1;
            } else if (until - since > IN_TIME.toNanos()) {
                untold++;
            }
        }
        return new Couples(both, told, untold, orphans, Duration.ofNanos(longest));
    }

    /** When the later of two Starts was acknowledged; never where one was not. */
    private static long both(Map<Long, Presence.Stay> stays, long first) {
        return Math.max(began(stays, first), began(stays, first + 1));
    }

    /** Whether the later of the two Starts is of the killed node's last two seconds. */
    private static boolean isOrphan(Map<Long, Presence.Stay> stays, long first, Kill kill) {
        long later = began(stays, first) > began(stays, first + 1) ? first : first + 1;
        long since = began(stays, later);
        Presence.Stay stay = stays.get(later);
        return stay != null
                && stay.by().orElse(-1) == kill.server()
                && since <= kill.at()
                && kill.at() - since <= IN_TIME.toNanos();
    }

    private static long began(Map<Long, Presence.Stay> stays, long number) {
        Presence.Stay stay = stays.get(number);
        return stay == null ? Long.MAX_VALUE : stay.began().orElse(Long.MAX_VALUE);
    }

    private static long left(Map<Long, Presence.Stay> stays, long number) {
        Presence.Stay stay = stays.get(number);
        return stay == null ? Long.MAX_VALUE : stay.left().orElse(Long.MAX_VALUE);
    }
}
