package org.omnihall.bench.measure.radius;

import static org.omnihall.bench.radius.Sort.ACCOUNTING;
import static org.omnihall.bench.radius.Sort.COLD;
import static org.omnihall.bench.radius.Sort.KNOWN;
import static org.omnihall.bench.radius.Sort.WRONG_PASSWORD;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.omnihall.bench.demo.RunningHall;
import org.omnihall.bench.measure.Figures;
import org.omnihall.bench.measure.Limit;
import org.omnihall.bench.radius.Mix;
import org.omnihall.bench.radius.OpenLoop;
import org.omnihall.bench.radius.OpenLoop.Stage;
import org.omnihall.bench.radius.Subscribers;
import org.omnihall.bench.radius.Tally;
import org.omnihall.bench.radius.Traffic;
import org.springframework.jdbc.core.simple.JdbcClient;

/** PostgreSQL is stopped for a while under a steady load, a tenth of it of subscribers never seen before (access-rules.md rule 26). */
final class Outage {

    static final double RATE = 2_000;
    private static final double ACCEPTED = 0.999;
    private static final int RIGHT_WITHIN = 5;
    private static final Mix MIX = new Mix(20, false, 10);

    private final RunningHall hall;
    private final Driver driver;
    private final RadiusSize size;
    private final Postgres database;

    Outage(RunningHall hall, Driver driver, RadiusSize size) {
        this.hall = hall;
        this.driver = driver;
        this.size = size;
        this.database = Postgres.of(hall);
    }

    /**
     * Moments by {@link System#nanoTime()}: the order to stop, the server's end, the first connection after.
     *
     * @param waiting how many requests the journal still held {@link #RIGHT_WITHIN} seconds later
     */
    private record Gap(long ordered, long down, long back, long waiting) {}

    /**
     * What was seen.
     *
     * @param gone how long the database was away
     * @param during what was asked in the seconds in which it was away, the first and the last of them only in part
     * @param all what was asked before, then and after
     * @param after what its return was like
     */
    record Seen(Duration gone, Tally during, Tally all, After after, Books books) {

        double accepted() {
            return during.right(KNOWN) / (double) Math.max(1, during.sent(KNOWN));
        }

        void tell(Figures figures) {
            figures.add("PostgreSQL away", "for %.1f s".formatted(gone.toMillis() / 1e3));
            figures.add(
                    "known subscribers meanwhile, accepted within 3 s",
                    accepted(),
                    Limit.atLeast(ACCEPTED),
                    "%.4f of %,d".formatted(accepted(), during.sent(KNOWN)));
            figures.addNone(
                    "cold subscribers meanwhile, refused",
                    during.wrong(COLD),
                    "%d of %,d; %,d without an answer, %,d accepted (at the edges)"
                            .formatted(during.wrong(COLD), during.sent(COLD), during.silent(COLD), during.right(COLD)));
            figures.addNone(
                    "wrong passwords meanwhile, not refused",
                    during.sent(WRONG_PASSWORD) - during.right(WRONG_PASSWORD),
                    "%d accepted and %d without an answer of %,d"
                            .formatted(
                                    during.wrong(WRONG_PASSWORD),
                                    during.silent(WRONG_PASSWORD),
                                    during.sent(WRONG_PASSWORD)));
            double kept = during.right(ACCOUNTING) / (double) Math.max(1, during.sent(ACCOUNTING));
            figures.add(
                    "accounting meanwhile, acknowledged within 3 s",
                    kept,
                    Limit.atLeast(ACCEPTED),
                    "%.4f of %,d".formatted(kept, during.sent(ACCOUNTING)));
            figures.add(
                    "after the return, every answer right",
                    after.right(),
                    Limit.atMost(RIGHT_WITHIN),
                    "from second %d on".formatted(after.right()));
            figures.addNone(
                    "accounting that only the journal holds %d s after the return".formatted(RIGHT_WITHIN),
                    after.waiting(),
                    "%,d".formatted(after.waiting()));
            figures.addNone(
                    "wrong answers before, during and after",
                    all.wrong(),
                    "%d; %d that the generator could not send".formatted(all.wrong(), all.missing()));
            figures.addNone("the accounting around the outage", books.faults(), books.told());
        }
    }

    /**
     * The return of the database.
     *
     * @param right so many seconds later every answer is right
     * @param waiting how many requests the journal still held {@link #RIGHT_WITHIN} seconds later
     */
    record After(int right, long waiting) {}

    Seen take(Server server, Subscribers who, double perSecond) throws IOException, InterruptedException {
        Duration before = size.away().plusSeconds(2);
        Duration all = before.plus(size.away()).plus(size.after());
        try (OpenLoop loop = driver.open(server, new Traffic(who, MIX, true), perSecond);
                ExecutorService thread = Executors.newSingleThreadExecutor()) {
            hall.tidy();
            long began = System.nanoTime();
            Future<Gap> away = thread.submit(() -> away(began + before.toNanos()));
            List<Tally> seconds = loop.run(List.of(new Stage(perSecond, all)));
            Gap gap = gap(away);
            int from = (int) ((gap.ordered() - began) / 1e9);
            int back = (int) Math.ceil((gap.back() - began) / 1e9);
            return new Seen(
                    Duration.ofNanos(gap.back() - gap.down()),
                    Tally.of(seconds.subList(from, back)),
                    Tally.of(seconds),
                    new After(Math.max(0, firstRight(seconds) - back), gap.waiting()),
                    Books.of(hall.bean(JdbcClient.class), loop.acknowledged()));
        }
    }

    private Gap away(long at) throws IOException, InterruptedException {
        TimeUnit.NANOSECONDS.sleep(at - System.nanoTime());
        long ordered = System.nanoTime();
        database.stop();
        long down = System.nanoTime();
        TimeUnit.NANOSECONDS.sleep(down + size.away().toNanos() - System.nanoTime());
        database.start(hall);
        long back = System.nanoTime();
        TimeUnit.SECONDS.sleep(RIGHT_WITHIN);
        long waiting = (long) hall.bean(MeterRegistry.class)
                .get("omnihall.accounting.journal.records")
                .gauge()
                .value();
        return new Gap(ordered, down, back, waiting);
    }

    private static Gap gap(Future<Gap> away) throws InterruptedException {
        try {
            return away.get();
        } catch (ExecutionException broken) {
            throw new IllegalStateException("the database could not be stopped and started", broken.getCause());
        }
    }

    /** The second from which every answer to the end is right; beyond the last where there is none. */
    private static int firstRight(List<Tally> seconds) {
        int right = seconds.size();
        while (right > 0
                && seconds.get(right - 1).right() == seconds.get(right - 1).sent()) {
            right--;
        }
        return right;
    }
}
