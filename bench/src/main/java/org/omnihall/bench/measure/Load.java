package org.omnihall.bench.measure;

import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A closed loop: so many workers that each begin the next piece of work when the last is done, for a while. */
public final class Load {

    /** One piece of work, numbered from 0; true when it went well. */
    interface Work {
        boolean run(int number) throws InterruptedException;
    }

    /**
     * What came of it.
     *
     * @param nanos how long each good piece took, ascending
     * @param failed the pieces that went wrong, broken connections among them
     * @param cpu processor time of this process and of the database's processes
     */
    record Result(List<Long> nanos, long failed, Duration took, Duration cpu) {

        double perSecond() {
            return nanos.size() / (took.toNanos() / 1e9);
        }

        double cpuMillisEach() {
            return nanos.isEmpty() ? 0 : cpu.toNanos() / 1e6 / nanos.size();
        }

        /** All of it as a figure. */
        String told() {
            return "%,.0f a second; p50 %.2f ms, p99 %.2f ms; %.3f ms of processor time each, client included; %d failed"
                    .formatted(perSecond(), millis(0.5), millis(0.99), cpuMillisEach(), failed);
        }

        double millis(double share) {
            return nanos.isEmpty()
                    ? 0
                    : nanos.get((int) Math.min(nanos.size() - 1L, (long) (nanos.size() * share))) / 1e6;
        }
    }

    private Load() {}

    /**
     * Works for a while. A broken connection is a failed piece, and its worker goes on.
     *
     * @throws IllegalStateException where anything else breaks, for the figures would be of fewer workers than they say
     */
    static Result run(int workers, Duration span, Work work) throws InterruptedException {
        return run(workers, Thread.ofVirtual().factory(), span, work);
    }

    /** The same on threads of this kind. */
    static Result run(int workers, ThreadFactory kind, Duration span, Work work) throws InterruptedException {
        ConcurrentLinkedQueue<Long> times = new ConcurrentLinkedQueue<>();
        AtomicLong failed = new AtomicLong();
        AtomicInteger next = new AtomicInteger();
        Duration before = cpu();
        long began = System.nanoTime();
        try (ExecutorService threads = Executors.newThreadPerTaskExecutor(kind)) {
            List<Future<Boolean>> working = new ArrayList<>();
            for (int i = 0; i < workers; i++) {
                working.add(threads.submit(() -> {
                    while (System.nanoTime() - began < span.toNanos()) {
                        long at = System.nanoTime();
                        if (isDone(work, next.getAndIncrement())) {
                            times.add(System.nanoTime() - at);
                        } else {
                            failed.incrementAndGet();
                        }
                    }
                    return true;
                }));
            }
            for (Future<Boolean> done : working) {
                done.get();
            }
        } catch (ExecutionException broken) {
            throw new IllegalStateException("a worker ended before its time", broken.getCause());
        }
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        List<Long> nanos = times.stream().sorted().toList();
        return new Result(nanos, failed.get(), took, cpu().minus(before));
    }

    private static boolean isDone(Work work, int number) throws InterruptedException {
        try {
            return work.run(number);
        } catch (UncheckedIOException broken) {
            return false;
        }
    }

    /** Processor time of this process and of its descendants so far. */
    public static Duration cpu() {
        long own = ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean bean
                ? bean.getProcessCpuTime()
                : 0;
        return childrensCpu().plusNanos(own);
    }

    /** Processor time of this process' descendants so far. */
    public static Duration childrensCpu() {
        List<ProcessHandle> processes =
                List.copyOf(ProcessHandle.current().descendants().toList());
        return processes.stream()
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }
}
