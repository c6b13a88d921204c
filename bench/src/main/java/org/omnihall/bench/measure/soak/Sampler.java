package org.omnihall.bench.measure.soak;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes a {@link Sample} at a rhythm, on a thread of its own, whatever goes on meanwhile. */
final class Sampler implements AutoCloseable {

    private final JdbcClient db;
    private final Duration rhythm;
    private final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final Future<List<Sample>> sampling;

    Sampler(JdbcClient db, Duration rhythm) {
        this.db = db;
        this.rhythm = rhythm;
        Callable<List<Sample>> all = this::sample;
        this.sampling = thread.submit(all);
    }

    private List<Sample> sample() throws IOException, InterruptedException {
        List<Sample> samples = new ArrayList<>();
        long due = System.nanoTime();
        while (!over.await(due - System.nanoTime(), TimeUnit.NANOSECONDS)) {
            samples.add(Sample.now(db));
            due += rhythm.toNanos();
        }
        return samples;
    }

    /** Takes no more of them; all that were taken. */
    List<Sample> end() throws InterruptedException {
        over.countDown();
        try {
            return sampling.get();
        } catch (ExecutionException broken) {
            throw new IllegalStateException("a sample could not be taken", broken.getCause());
        }
    }

    @Override
    public void close() {
        over.countDown();
        thread.close();
    }
}
