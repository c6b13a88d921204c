package org.omnihall.hall.node;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/** Does what is due, some pieces at once, each on a thread of its own: a slow one holds up no other. */
public final class Places implements AutoCloseable {

    private final Semaphore room;
    private final Bell bell;
    private final Consumer<Throwable> failed;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * @param most pieces at once
     * @param bell rings when a place becomes free
     * @param failed is told what a piece threw
     */
    public Places(int most, Bell bell, Consumer<Throwable> failed) {
        this.room = new Semaphore(most);
        this.bell = bell;
        this.failed = failed;
    }

    /**
     * Claims until nothing is due or all places are taken.
     *
     * @param claim gives what is due, so many pieces at most
     */
    public <T> void fill(IntFunction<List<T>> claim, Consumer<T> work) {
        List<T> due;
        do {
            int free = room.availablePermits();
            due = free == 0 ? List.of() : claim.apply(free);
            due.forEach(piece -> hand(() -> work.accept(piece)));
        } while (!due.isEmpty());
    }

    private void hand(Runnable work) {
        room.acquireUninterruptibly();
        CompletableFuture<Void> _ = CompletableFuture.runAsync(work, threads).whenComplete((done, broken) -> {
            room.release();
            bell.ring();
            if (broken != null) {
                failed.accept(broken.getCause() == null ? broken : broken.getCause());
            }
        });
    }

    /** Waits for the pieces that are under way. */
    @Override
    public void close() {
        threads.close();
    }
}
