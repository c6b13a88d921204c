package org.omnihall.hall.database;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Questions that are answered in groups (docs/adr/0006, 0016 and 0019). Who asks waits on his own, virtual, thread, or is told later, when what he is
 * told is durable, or why there is no answer.
 */
public final class GroupAnswers<Q, A> {

    private static final Logger LOG = LoggerFactory.getLogger(GroupAnswers.class);

    private final GroupWriter<Waiting<Q, A>> writer;
    private final Function<List<Q>, List<A>> answers;
    private final Duration patience;

    /**
     * @param patience of those who wait in the queue or are told later; who writes himself waits as long as the database does
     * @param answers to a group, in its order; durable when they are given
     */
    public GroupAnswers(GroupWriter.Shape shape, Duration patience, Function<List<Q>, List<A>> answers) {
        this(shape, patience, answers, () -> {});
    }

    /** @param between is done on a writer's thread between two groups, and about once a second */
    public GroupAnswers(
            GroupWriter.Shape shape, Duration patience, Function<List<Q>, List<A>> answers, Runnable between) {
        this.writer = new GroupWriter<>(shape, new Writing(between));
        this.patience = patience;
        this.answers = answers;
    }

    /** What an asker is told. */
    public sealed interface Fate<A> {
        record Answered<A>(A answer) implements Fate<A> {}

        record Lost<A>(Fault fault) implements Fate<A> {}
    }

    /** Why there is no answer. */
    public enum Fault {
        QUEUE_FULL,
        DATABASE_AWAY,
        /** The database took others and not this one. */
        NOT_STORED,
        TOO_LATE
    }

    /** @param isOver whether he was told already, for he has no patience any more */
    private record Waiting<Q, A>(Q question, Consumer<Fate<A>> then, BooleanSupplier isOver) {}

    /** Waits for the fate; where nobody queues the asker's own thread sees to it. */
    public Fate<A> ask(Q question) {
        CompletableFuture<Fate<A>> fate = new CompletableFuture<>();
        if (!writer.put(new Waiting<>(question, fate::complete, fate::isDone))) {
            return new Fate.Lost<>(Fault.QUEUE_FULL);
        }
        return fate.completeOnTimeout(new Fate.Lost<>(Fault.TOO_LATE), patience.toNanos(), TimeUnit.NANOSECONDS)
                .join();
    }

    /** @param then is told the fate once: at once where there is no room, else on a writer's thread or when the patience is over; it may not wait */
    public void ask(Q question, Consumer<Fate<A>> then) {
        Asker<A> asker = new Asker<>(then);
        ScheduledFuture<?> late = ForkJoinPool.commonPool()
                .schedule(
                        () -> asker.tellApart(new Fate.Lost<>(Fault.TOO_LATE)),
                        patience.toNanos(),
                        TimeUnit.NANOSECONDS);
        Consumer<Fate<A>> told = fate -> {
            late.cancel(false);
            asker.tell(fate);
        };
        if (!writer.offer(new Waiting<>(question, told, asker::isTold))) {
            told.accept(new Fate.Lost<>(Fault.QUEUE_FULL));
        }
    }

    /** Who is told once, whoever comes first. */
    private static final class Asker<A> {

        private final AtomicBoolean told = new AtomicBoolean();
        private final Consumer<Fate<A>> then;

        Asker(Consumer<Fate<A>> then) {
            this.then = then;
        }

        void tell(Fate<A> fate) {
            if (told.compareAndSet(false, true)) {
                then.accept(fate);
            }
        }

        /** The same on a thread of its own: that of the timers is everybody's. */
        void tellApart(Fate<A> fate) {
            Thread.ofVirtual()
                    .name("told-too-late")
                    .uncaughtExceptionHandler((thread, bug) -> LOG.error("what follows a lost answer failed", bug))
                    .start(() -> tell(fate));
        }

        boolean isTold() {
            return told.get();
        }
    }

    /** How many wait. */
    public int waiting() {
        return writer.waiting();
    }

    public void start() {
        writer.start();
    }

    /** Answers what is in the queue and ends. */
    public void stop() {
        writer.stop();
    }

    public boolean isRunning() {
        return writer.isRunning();
    }

    private final class Writing implements GroupWriter.Work<Waiting<Q, A>> {

        private final Runnable between;

        Writing(Runnable between) {
            this.between = between;
        }

        @Override
        public IntConsumer write(List<Waiting<Q, A>> group) {
            int[] asking = IntStream.range(0, group.size())
                    .filter(place -> !group.get(place).isOver().getAsBoolean())
                    .toArray();
            List<A> told = asking.length == 0
                    ? List.of()
                    : answers.apply(Arrays.stream(asking)
                            .mapToObj(place -> group.get(place).question())
                            .toList());
            return place -> {
                int at = Arrays.binarySearch(asking, place);
                if (at >= 0) {
                    group.get(place).then().accept(new Fate.Answered<>(told.get(at)));
                }
            };
        }

        @Override
        public void lost(Waiting<Q, A> one, GroupWriter.Loss loss) {
            one.then()
                    .accept(new Fate.Lost<>(
                            switch (loss) {
                                case DATABASE_AWAY -> Fault.DATABASE_AWAY;
                                case NOT_STORED -> Fault.NOT_STORED;
                            }));
        }

        @Override
        public void between() {
            between.run();
        }
    }
}
