package org.omnihall.bench.measure.radius;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the host of a virtual machine takes of its processors while they have work: {@code steal} in {@code /proc/stat}, read four times a second. No
 * program on the machine can answer in that time. Without a host, or where it does not tell, it is nothing.
 */
public final class Host implements AutoCloseable {

    private static final Path COUNTERS = Path.of("/proc/stat");
    private static final Pattern SPACE = Pattern.compile(" +");
    private static final Duration PAUSE = Duration.ofMillis(250);

    /** A stretch of time that counts as a second. */
    private static final long SHORTEST = TimeUnit.MILLISECONDS.toNanos(700);

    private static final long LONGEST = TimeUnit.MILLISECONDS.toNanos(1_150);

    /** user, nice, system, idle, iowait, irq, softirq and steal; a guest's own time is in user already. */
    private static final int KINDS = 8;

    private final List<Reading> readings = new ArrayList<>();
    private final Thread reader;
    private volatile boolean open = true;

    private Host() {
        readings.add(Reading.now());
        reader = Thread.ofPlatform().name("bench-host").start(this::read);
    }

    /** Begins to read. */
    public static Host watched() {
        return new Host();
    }

    /**
     * The counters of all processors together, in ticks since the machine's start.
     *
     * @param nanos by {@link System#nanoTime()}
     * @param all of every kind
     */
    record Reading(long nanos, long stolen, long all) {

        private static Reading now() {
            long nanos = System.nanoTime();
            try (Stream<String> lines = Files.lines(COUNTERS)) {
                return of(nanos, lines.findFirst().orElseThrow());
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        /** @param line the first of {@code /proc/stat} */
        static Reading of(long nanos, String line) {
            List<Long> ticks = SPACE.splitAsStream(line)
                    .skip(1)
                    .limit(KINDS)
                    .map(Long::valueOf)
                    .toList();
            return new Reading(
                    nanos,
                    ticks.getLast(),
                    ticks.stream().mapToLong(Long::longValue).sum());
        }

        private double since(Reading before) {
            return all == before.all ? 0 : (stolen - before.stolen) / (double) (all - before.all);
        }
    }

    /**
     * What was taken.
     *
     * @param share of the processors' time in all
     * @param most share in about a second
     */
    public record Share(double share, double most) {

        /** @param readings one behind the other */
        static Share of(List<Reading> readings) {
            double most = 0;
            int from = 0;
            for (int at = 1; at < readings.size(); at++) {
                Reading to = readings.get(at);
                while (from < at - 1 && to.nanos - readings.get(from).nanos > LONGEST) {
                    from++;
                }
                if (to.nanos - readings.get(from).nanos >= SHORTEST) {
                    most = Math.max(most, to.since(readings.get(from)));
                }
            }
            double share = readings.getLast().since(readings.getFirst());
            return new Share(share, Math.max(share, most));
        }

        public String told() {
            return "the host took %.1f %% of the processors, at most %.1f %% in a second"
                    .formatted(share * 100, most * 100);
        }
    }

    private void read() {
        while (open) {
            LockSupport.parkNanos(PAUSE.toNanos());
            add(Reading.now());
        }
    }

    private synchronized void add(Reading reading) {
        readings.add(reading);
    }

    /** Up to now. */
    public Share share() {
        return since(Long.MIN_VALUE);
    }

    /** The same from a moment on, by {@link System#nanoTime()}. */
    Share since(long nanos) {
        add(Reading.now());
        List<Reading> later =
                all().stream().filter(reading -> reading.nanos >= nanos).toList();
        return Share.of(later);
    }

    /** The share in a stretch of time and what lies between the readings around it. */
    double share(long from, long to) {
        List<Reading> all = all();
        Reading first =
                all.stream().filter(r -> r.nanos <= from).reduce((a, b) -> b).orElse(all.getFirst());
        Reading last = all.stream().filter(r -> r.nanos >= to).findFirst().orElse(all.getLast());
        return last.since(first);
    }

    private synchronized List<Reading> all() {
        return List.copyOf(readings);
    }

    @Override
    public void close() {
        open = false;
        LockSupport.unpark(reader);
    }
}
