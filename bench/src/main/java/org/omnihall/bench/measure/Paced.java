package org.omnihall.bench.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Work at a bounded rate: each of some workers begins a piece at most so often, and only the work is timed. */
final class Paced {

    /** One piece of work. */
    @FunctionalInterface
    interface Work {
        void run();
    }

    private Paced() {}

    /** How long each piece took in nanoseconds, ascending. */
    static List<Long> run(int workers, int perSecondEach, Duration span, Work work)
            throws InterruptedException, ExecutionException {
        List<Long> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(workers)) {
            List<Future<List<Long>>> running = new ArrayList<>();
            for (int i = 0; i < workers; i++) {
                running.add(threads.submit(() -> one(perSecondEach, span, work)));
            }
            for (Future<List<Long>> done : running) {
                all.addAll(done.get());
            }
        }
        return all.stream().sorted().toList();
    }

    private static List<Long> one(int perSecond, Duration span, Work work) throws InterruptedException {
        List<Long> taken = new ArrayList<>();
        long gap = TimeUnit.SECONDS.toNanos(1) / perSecond;
        long end = System.nanoTime() + span.toNanos();
        long next = System.nanoTime();
        while (next < end) {
            TimeUnit.NANOSECONDS.sleep(Math.max(0, next - System.nanoTime()));
            long began = System.nanoTime();
            work.run();
            taken.add(System.nanoTime() - began);
            next = Math.max(next + gap, began);
        }
        return taken;
    }

    static double millis(List<Long> sorted, double share) {
        return sorted.get((int) Math.min(sorted.size() - 1L, (long) (sorted.size() * share))) / 1e6;
    }
}
