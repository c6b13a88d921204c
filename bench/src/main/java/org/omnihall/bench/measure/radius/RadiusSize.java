package org.omnihall.bench.measure.radius;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.omnihall.bench.measure.Room;

/**
 * How much {@code bench radius} measures: {@code --subscribers N,M --seconds S}.
 *
 * @param subscribers one number or more, each larger than the one before; most is measured at the last
 * @param span of each load
 */
public record RadiusSize(List<Integer> subscribers, Duration span) {

    private static final Duration LEAST_WINDOW = Duration.ofSeconds(1);

    /** What the hall and the peer keep of a subscriber, indexes and all, rounded up. */
    private static final long OCTETS_A_SUBSCRIBER = 3_000;

    /** The write-ahead log, and the sessions of the loads. */
    private static final long OCTETS_BESIDE = 12L << 30;

    /** A thousand subscribers at least, and a second. */
    public RadiusSize {
        subscribers = List.copyOf(subscribers);
        boolean ascending =
                subscribers.equals(subscribers.stream().distinct().sorted().toList());
        if (subscribers.isEmpty() || !ascending || subscribers.getFirst() < 1_000) {
            throw new IllegalArgumentException("--subscribers from 1,000 on, each more than the last: " + subscribers);
        }
        if (span.toSeconds() < 1) {
            throw new IllegalArgumentException("--seconds from 1 on: " + span.toSeconds());
        }
    }

    public static RadiusSize parse(List<String> options) {
        String sizes = Room.text(options, "--subscribers", "10000,100000,1000000");
        return new RadiusSize(
                Arrays.stream(sizes.split(",", -1)).map(Integer::valueOf).toList(),
                Duration.ofSeconds(Long.parseLong(Room.text(options, "--seconds", "20"))));
    }

    /** Says what the run needs, before it takes it. */
    public void demandRoom(Path folder) throws IOException {
        Room.demand(folder, largest() * OCTETS_A_SUBSCRIBER + OCTETS_BESIDE, "%,d subscribers".formatted(largest()));
    }

    int largest() {
        return subscribers.getLast();
    }

    /** Of so many subscribers the last tenth is not asked about before the outage. */
    static int known(int subscribers) {
        return subscribers - subscribers / 10;
    }

    /** Two of these in a row must cost the same before anything is measured: a quarter of the span. */
    Duration window() {
        Duration quarter = span.dividedBy(4);
        return quarter.compareTo(LEAST_WINDOW) < 0 ? LEAST_WINDOW : quarter;
    }

    /** So long a server on Java is warmed up, however steady it seems. */
    Duration leastWarm() {
        return span.multipliedBy(2);
    }

    /** So long an open loop runs before it counts: at its pace other paths are hot than in the closed loop before it, and are compiled first. */
    Duration lead() {
        return span;
    }

    /** Longer nothing is warmed up. */
    Duration mostWarm() {
        return span.multipliedBy(9).dividedBy(2);
    }

    /** How long the database is away. */
    Duration away() {
        return Duration.ofSeconds(Math.clamp(span.toSeconds() / 2, 3, 10));
    }

    /** How long a load goes on, for what follows on a load or an outage to be seen. */
    Duration after() {
        return away().plusSeconds(5);
    }
}
