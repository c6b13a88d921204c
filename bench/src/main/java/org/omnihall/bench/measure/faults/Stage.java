package org.omnihall.bench.measure.faults;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.omnihall.bench.measure.radius.Books;
import org.omnihall.bench.measure.radius.Driver;
import org.omnihall.bench.measure.radius.Roster;
import org.omnihall.bench.radius.Acknowledged;
import org.omnihall.bench.radius.ChangingTerms;
import org.omnihall.bench.radius.Generator;
import org.omnihall.bench.radius.Mix;
import org.omnihall.bench.radius.RepeatingLoop;
import org.omnihall.bench.radius.Subscribers;
import org.omnihall.bench.radius.Target;
import org.omnihall.bench.radius.Traffic;

/** A load of whole sessions during which something breaks. */
final class Stage {

    private static final Duration FINISH = Duration.ofSeconds(90);
    private static final Duration STORED = Duration.ofSeconds(90);
    private static final int OUTSTANDING = 256;

    private final Ground ground;
    private final Duration around;

    /** @param around the time of undisturbed load before and after what breaks */
    Stage(Ground ground, Duration around) {
        this.ground = ground;
        this.around = around;
    }

    /** What breaks, and is mended when this returns, with what was seen of it. */
    interface Trouble {
        Fault make() throws IOException, InterruptedException;
    }

    /** How the load asks. */
    static RepeatingLoop.Pace pace(double perSecond, Duration step, long seed) {
        return new RepeatingLoop.Pace(perSecond, step, OUTSTANDING, seed);
    }

    /** The first half of the subscribers, one device each. */
    Traffic singles() {
        return new Traffic(subscribers(0), Mix.NONE, true);
    }

    /** The second half, as far as they may have one device, with two. */
    Traffic couples() {
        return new Traffic(subscribers(ground.subscribers() / 2), Mix.NONE, true, true);
    }

    private Subscribers subscribers(int first) {
        int half = ground.subscribers() / 2;
        return new Subscribers(first, half, 0, Roster.PASSWORD, new ChangingTerms(ground.subscribers()));
    }

    /** Has a node know everybody, so that nobody is cold when the database goes. */
    void warm(int node) throws IOException {
        Traffic access = new Traffic(subscribers(0), Mix.NONE, false);
        try (Generator all = new Generator(ground.target(node), Driver.newRun(), 64, access)) {
            all.run(Duration.ofMinutes(1), ground.subscribers() / 2);
        }
    }

    Row play(String what, List<Target> servers, RepeatingLoop.Pace pace, Trouble trouble)
            throws IOException, InterruptedException {
        try (RepeatingLoop load = new RepeatingLoop(servers, Driver.newRun(), pace, singles())) {
            Loaded<Fault> loaded = during(load, () -> {
                Thread.sleep(around);
                Fault fault = trouble.make();
                Thread.sleep(around);
                return fault;
            });
            return row(what, loaded.told(), load.acknowledged(), loaded.seen());
        }
    }

    /** What is done while a load is on. */
    interface Act<T> {
        T run() throws IOException, InterruptedException;
    }

    /** What a load did, and what was seen meanwhile. */
    record Loaded<T>(RepeatingLoop.Told told, T seen) {}

    /** Runs a load for as long as something is done, and until all of it is answered. */
    static <T> Loaded<T> during(RepeatingLoop load, Act<T> act) throws IOException, InterruptedException {
        try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
            Future<RepeatingLoop.Told> running = thread.submit(() -> load.run(FINISH));
            T seen;
            try {
                seen = act.run();
            } finally {
                load.end();
            }
            return new Loaded<>(running.get(), seen);
        } catch (ExecutionException broken) {
            throw new IllegalStateException("the load broke off", broken.getCause());
        }
    }

    /** The books, when nothing is missing in them any more, or nobody waits any longer. */
    Row row(String what, RepeatingLoop.Told told, Acknowledged acknowledged, Fault fault) throws InterruptedException {
        long began = System.nanoTime();
        Books books = Books.of(ground.database().client(), acknowledged);
        while (books.faults() > 0 && System.nanoTime() - began < STORED.toNanos()) {
            Thread.sleep(100);
            books = Books.of(ground.database().client(), acknowledged);
        }
        Row row = new Row(what, told, books, fault, Duration.ofNanos(System.nanoTime() - began));
        System.err.println(row);
        return row;
    }
}
