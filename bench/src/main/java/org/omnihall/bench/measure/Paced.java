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
 * machine does meets all kinds alike. The workers begin one after the other within the first turn, so that they do not all ask in the same
 * moment. Only the work is timed.
 */
final class Paced {

    /** One piece of work. */
    @FunctionalInterface
    interface Work {
        void run();
    }

    private static final Duration SECOND = Duration.ofSeconds(1);

    private Paced() {}

    /** How long each piece took in nanoseconds, ascending; a list for each kind. */
    static List<List<Long>> run(int workers, int perSecondEach, Duration span, List<Work> kinds)
            throws InterruptedException, ExecutionException {
        List<Queue<Long>> taken = new ArrayList<>();
        kinds.forEach(kind -> taken.add(new ConcurrentLinkedQueue<>()));
        try (ExecutorService threads = Executors.newFixedThreadPool(workers)) {
            List<Future<Boolean>> running = new ArrayList<>();
            for (int i = 0; i < workers; i++) {
                Duration wait = SECOND.dividedBy(perSecondEach).multipliedBy(i).dividedBy(workers);
                running.add(threads.submit(() -> work(wait, perSecondEach, span, kinds, taken)));
            }
            for (Future<Boolean> done : running) {
                done.get();
            }
        }
        return taken.stream().map(times -> times.stream().sorted().toList()).toList();
    }

    private static boolean work(Duration wait, int perSecond, Duration span, List<Work> kinds, List<Queue<Long>> taken)
            throws InterruptedException {
        long gap = SECOND.dividedBy(perSecond).toNanos();
        long next = System.nanoTime() + wait.toNanos();
        long end = next + span.toNanos();
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
