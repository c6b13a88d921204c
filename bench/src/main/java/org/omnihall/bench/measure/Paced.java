package org.omnihall.bench.measure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Work of several kinds at a bounded rate: each of some workers does a piece of each kind in turn, at most so often, so that whatever else the
 * machine does meets all kinds alike. Only the work is timed.
 */
final class Paced {

    /** One piece of work. */
    @FunctionalInterface
    interface Work {
        void run();
    }

    private Paced() {}

    /** How long each piece took in nanoseconds, ascending; a list for each kind. */
    static List<List<Long>> run(int workers, int perSecondEach, Duration span, List<Work> kinds)
            throws InterruptedException, ExecutionException {
        List<Queue<Long>> taken = new ArrayList<>();
        kinds.forEach(kind -> taken.add(new ConcurrentLinkedQueue<>()));
        try (ExecutorService threads = Executors.newFixedThreadPool(workers)) {
            List<Future<Boolean>> running = new ArrayList<>();
            for (int i = 0; i < workers; i++) {
                running.add(threads.submit(() -> work(perSecondEach, span, kinds, taken)));
            }
            for (Future<Boolean> done : running) {
                done.get();
            }
        }
        return taken.stream().map(times -> times.stream().sorted().toList()).toList();
    }

    private static boolean work(int perSecond, Duration span, List<Work> kinds, List<Queue<Long>> taken)
            throws InterruptedException {
        long gap = TimeUnit.SECONDS.toNanos(1) / perSecond;
        long end = System.nanoTime() + span.toNanos();
        long next = System.nanoTime();
        while (next < end) {
            TimeUnit.NANOSECONDS.sleep(Math.max(0, next - System.nanoTime()));
            long turn = System.nanoTime();
            for (int i = 0; i < kinds.size(); i++) {
                long began = System.nanoTime();
                kinds.get(i).run();
                taken.get(i).add(System.nanoTime() - began);
            }
            next = Math.max(next + gap, turn);
        }
        return true;
    }

    /** How long pieces took, as a figure. */
    static String told(List<Long> sorted) {
        return "p50 %.2f ms, p99 %.2f ms, worst %.1f ms"
                .formatted(millis(sorted, 0.5), millis(sorted, 0.99), millis(sorted, 1));
    }

    static double millis(List<Long> sorted, double share) {
        return sorted.get((int) Math.min(sorted.size() - 1L, (long) (sorted.size() * share))) / 1e6;
    }
}
