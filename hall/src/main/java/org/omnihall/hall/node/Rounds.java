package org.omnihall.hall.node;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Work that is looked for again and again, on a thread of its own: when the bell rings, and at the latest after the pause. A round that fails is
 * told and does not end the work.
 */
public final class Rounds implements AutoCloseable {

    private final Bell bell;
    private final Duration pause;
    private final Runnable round;
    private final Consumer<Throwable> failed;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean open = true;

    private Rounds(Bell bell, Duration pause, Runnable round, Consumer<Throwable> failed) {
        this.bell = bell;
        this.pause = pause;
        this.round = round;
        this.failed = failed;
    }

    /**
     * Begins with a first round.
     *
     * @param failed is told what a round threw
     */
    public static Rounds begin(Bell bell, Duration pause, Runnable round, Consumer<Throwable> failed) {
        Rounds rounds = new Rounds(bell, pause, round, failed);
        rounds.threads.execute(rounds::work);
        return rounds;
    }

    private void work() {
        while (open) {
            try {
                threads.submit(round).get();
                bell.await(pause);
            } catch (ExecutionException broken) {
                failed.accept(broken.getCause() == null ? broken : broken.getCause());
                rest();
            } catch (RejectedExecutionException | InterruptedException ended) {
                return;
            }
        }
    }

    /** After a failure the bell does not hurry the next round. */
    private void rest() {
        try {
            TimeUnit.MILLISECONDS.sleep(open ? pause.toMillis() : 0);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for the round that runs, and begins no other. */
    @Override
    public void close() {
        open = false;
        bell.ring();
        threads.close();
    }
}
