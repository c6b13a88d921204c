package org.omnihall.hall.database;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/**
 * A bounded queue with a few writers, each of which takes what is there into one group: the group commit (docs/adr/0006 and 0016).
 *
 * <p>Alone a thing costs what it did before; many share the statements, the commit and its sync. Each thing that was taken is told its fate once:
 * by what follows its group's commit, or by its loss. What the database refuses is tried one by one, so that one bad thing holds up no other;
 * while it is away that would be in vain. Nobody is interrupted: a writer that is stopped finishes what it took and what waits.
 *
 * <p>Who waits anyway may lend his own thread: while nobody queues and a writer is idle he writes what he brings himself, in that writer's turn,
 * which saves two changes of thread. So there are never more groups at once than there are writers, and under load each is as large as before.
 */
public final class GroupWriter<T> {

    private static final Logger LOG = LoggerFactory.getLogger(GroupWriter.class);
    private static final Duration REST = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Shape shape;
    private final Work<T> work;
    private final Queue<T> queue = new ArrayDeque<>();
    private final Lock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean running;

    /** How many groups may be begun beside those that are being written. */
    private int idle;

    private List<Thread> writers = List.of();

    public GroupWriter(Shape shape, Work<T> work) {
        this.shape = shape;
        this.work = work;
        this.idle = shape.writers();
    }

    /**
     * How large it is.
     *
     * @param name of its threads and in the log
     * @param room how many may wait
     * @param group how many are written by one commit
     * @param writers how many groups are written at the same time
     */
    public record Shape(String name, int room, int group, int writers) {}

    /** Why a thing is not written. */
    public enum Loss {
        DATABASE_AWAY,
        /** The database took others and not this one. */
        NOT_STORED
    }

    /** What is done with the groups, on a writer's thread or on that of {@link #put}. */
    public interface Work<T> {

        /**
         * Makes a group durable, all of it.
         *
         * @return what is to follow for each, by its place in the group; one whose following fails takes nothing from the others
         */
        IntConsumer write(List<T> group);

        void lost(T one, Loss loss);

        /** On a writer's thread before it looks for a group, and about once a second where none comes. */
        default void between() {}
    }

    /** Takes a thing, or gives false at once where there is no room, or nobody to write it. */
    public boolean offer(T one) {
        lock.lock();
        try {
            return queued(one);
        } finally {
            lock.unlock();
        }
    }

    /** The same from a thread that waits for the fate anyway: where nobody queues and a writer is idle, it has been told when this returns. */
    public boolean put(T one) {
        lock.lock();
        try {
            if (!running || idle == 0 || !queue.isEmpty()) {
                return queued(one);
            }
            idle--;
        } finally {
            lock.unlock();
        }
        write(List.of(one));
        return true;
    }

    private boolean queued(T one) {
        if (!running || queue.size() >= shape.room()) {
            return false;
        }
        queue.add(one);
        wake();
        return true;
    }

    /** How many wait. */
    public int waiting() {
        lock.lock();
        try {
            return queue.size();
        } finally {
            lock.unlock();
        }
    }

    public boolean isRunning() {
        lock.lock();
        try {
            return running;
        } finally {
            lock.unlock();
        }
    }

    public void start() {
        run(true);
        writers = IntStream.rangeClosed(1, shape.writers())
                .mapToObj(number ->
                        Thread.ofPlatform().name(shape.name() + "-" + number).start(this::serve))
                .toList();
    }

    /** Writes what is in the queue and ends, when those who write by themselves have ended too. */
    public void stop() {
        run(false);
        List<Thread> last = writers;
        writers = List.of();
        try {
            for (Thread writer : last) {
                if (!writer.join(PATIENCE)) {
                    LOG.warn("{} has not ended within {}", writer.getName(), PATIENCE);
                }
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(boolean on) {
        lock.lock();
        try {
            running = on;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void serve() {
        boolean more = true;
        while (more) {
            guarded("what is done between two groups", work::between);
            List<T> group = take();
            if (!group.isEmpty()) {
                write(group);
            }
            more = hasMore();
        }
    }

    private boolean hasMore() {
        lock.lock();
        try {
            return !isAllDone();
        } finally {
            lock.unlock();
        }
    }

    /** What is there, at most a group of it, and a turn to write it; nothing where there was none of either for a second. */
    private List<T> take() {
        List<T> group = new ArrayList<>();
        lock.lock();
        try {
            long rest = REST.toNanos();
            while (!isReady() && !isAllDone() && rest > 0) {
                rest = changed.awaitNanos(rest);
            }
            if (isReady()) {
                idle--;
                while (!queue.isEmpty() && group.size() < shape.group()) {
                    group.add(queue.remove());
                }
            }
        } catch (InterruptedException strange) {
            LOG.warn("{} was interrupted, which nobody of ours does", shape.name());
        } finally {
            lock.unlock();
        }
        return group;
    }

    /** Writes a group in the turn that was taken for it, and gives the turn back. */
    private void write(List<T> group) {
        try {
            settle(group);
        } finally {
            lock.lock();
            try {
                idle++;
                wake();
            } finally {
                lock.unlock();
            }
        }
    }

    /** Whether a group may be begun. Asked under the lock, as the next two. */
    private boolean isReady() {
        return idle > 0 && !queue.isEmpty();
    }

    /** Nothing waits, nobody writes, and nothing more is taken. */
    private boolean isAllDone() {
        return !running && queue.isEmpty() && idle == shape.writers();
    }

    /** Wakes a writer for what waits, or all of them for the end. */
    private void wake() {
        if (isAllDone()) {
            changed.signalAll();
        } else if (isReady()) {
            changed.signal();
        }
    }

    private void settle(List<T> group) {
        switch (attempt(group)) {
            case Attempt.Done(IntConsumer next) -> {
                for (int i = 0; i < group.size(); i++) {
                    int place = i;
                    guarded("what follows a group", () -> next.accept(place));
                }
            }
            case Attempt.Away away -> group.forEach(one -> lose(one, Loss.DATABASE_AWAY));
            case Attempt.Broken broken -> {
                if (group.size() > 1) {
                    group.forEach(one -> settle(List.of(one)));
                } else {
                    lose(group.getFirst(), Loss.NOT_STORED);
                }
            }
        }
    }

    /** The edge to the database: a bug must not end a writer, so nothing that is thrown passes. */
    private Attempt attempt(List<T> group) {
        try {
            return new Attempt.Done(work.write(group));
        } catch (CannotCreateTransactionException
                | TransactionSystemException
                | DataAccessResourceFailureException away) {
            LOG.warn("{}: {} wait for the database in vain: {}", shape.name(), group.size(), away.toString());
            return new Attempt.Away();
        } catch (RuntimeException broken) {
            LOG.error("{}: {} could not be stored", shape.name(), group.size(), broken);
            return new Attempt.Broken();
        }
    }

    private void lose(T one, Loss loss) {
        guarded("what is told of a loss", () -> work.lost(one, loss));
    }

    private void guarded(String what, Runnable act) {
        try {
            act.run();
        } catch (RuntimeException broken) {
            LOG.error("{}: {} failed", shape.name(), what, broken);
        }
    }
}
