package org.omnihall.hall.database;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Questions that are answered in groups (docs/adr/0006 and 0016): who asks waits on his own, virtual, thread until what he is told is durable, or is
 * told why it is not.
 */
public final class GroupAnswers<Q, A> {

    private final GroupWriter<Waiting<Q, A>> writer;
    private final Function<List<Q>, List<A>> answers;
    private final Duration patience;

    /**
     * @param patience of those who wait in the queue; who writes himself waits as long as the database does
     * @param answers to a group, in its order; durable when they are given
     */
    public GroupAnswers(GroupWriter.Shape shape, Duration patience, Function<List<Q>, List<A>> answers) {
        this.writer = new GroupWriter<>(shape, new Writing());
        this.patience = patience;
        this.answers = answers;
    }

    /** What an asker is woken with. */
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

    private record Waiting<Q, A>(Q question, CompletableFuture<Fate<A>> fate) {}

    public Fate<A> ask(Q question) {
        Waiting<Q, A> waiting = new Waiting<>(question, new CompletableFuture<>());
        if (!writer.put(waiting)) {
            return new Fate.Lost<>(Fault.QUEUE_FULL);
        }
        return waiting.fate()
                .completeOnTimeout(new Fate.Lost<>(Fault.TOO_LATE), patience.toNanos(), TimeUnit.NANOSECONDS)
                .join();
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

        @Override
        public Runnable write(List<Waiting<Q, A>> group) {
            List<A> told = answers.apply(group.stream().map(Waiting::question).toList());
            return () -> {
                for (int i = 0; i < group.size(); i++) {
                    group.get(i).fate().complete(new Fate.Answered<>(told.get(i)));
                }
            };
        }

        @Override
        public void lost(Waiting<Q, A> one, GroupWriter.Loss loss) {
            one.fate()
                    .complete(new Fate.Lost<>(
                            switch (loss) {
                                case DATABASE_AWAY -> Fault.DATABASE_AWAY;
                                case NOT_STORED -> Fault.NOT_STORED;
                            }));
        }
    }
}
