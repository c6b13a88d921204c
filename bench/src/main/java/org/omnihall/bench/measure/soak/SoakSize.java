package org.omnihall.bench.measure.soak;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.omnihall.bench.measure.Room;
import org.omnihall.bench.measure.radius.RadiusSize;

/**
 * How long {@code bench soak} goes on: {@code --minutes M --subscribers N}.
 *
 * @param rounds how many; three at least, for thirds are compared
 * @param round how long the load of each is
 * @param rhythm of the samples
 */
public record SoakSize(int subscribers, int rounds, Duration round, Duration rhythm) {

    private static final int THIRDS = 3;
    private static final Duration ROUND = Duration.ofMinutes(1);
    private static final Duration RHYTHM = Duration.ofSeconds(10);

    /** At half of 20,000 packets a second. */
    private static final long MOST_SESSIONS_A_SECOND = 2_000;

    /** What the database keeps of a session, its events, its contacts and all indexes, rounded up. */
    private static final long OCTETS_A_SESSION = 4_000;

    private static final long OCTETS_A_SUBSCRIBER = 1_500;

    /** The write-ahead log, and the sessions of the closed loop. */
    private static final long OCTETS_BESIDE = 10L << 30;

    public SoakSize {
        if (rounds < THIRDS) {
            throw new IllegalArgumentException("--minutes from 3 on: " + rounds);
        }
        if (subscribers < 1_000) {
            throw new IllegalArgumentException("--subscribers from 1,000 on: " + subscribers);
        }
    }

    public static SoakSize parse(List<String> options) {
        return new SoakSize(
                Math.toIntExact(Room.number(options, "--subscribers", 100_000)),
                Math.toIntExact(Room.number(options, "--minutes", 30)),
                ROUND,
                RHYTHM);
    }

    /** Says what the run needs, before it takes it. */
    public void demandRoom(Path folder) throws IOException {
        long minutes = load().toMinutes();
        Room.demand(folder, octets(), "%,d minutes with %,d subscribers".formatted(minutes, subscribers));
    }

    long octets() {
        return load().toSeconds() * MOST_SESSIONS_A_SECOND * OCTETS_A_SESSION
                + subscribers * OCTETS_A_SUBSCRIBER
                + OCTETS_BESIDE;
    }

    /** All rounds without what is between them. */
    Duration load() {
        return round.multipliedBy(rounds);
    }

    /** The closed loop before: a third of a round, when its cost has come to rest. */
    RadiusSize closed() {
        return new RadiusSize(List.of(subscribers), round.dividedBy(THIRDS));
    }
}
