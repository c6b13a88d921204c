package org.omnihall.hall.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.Eventually;
import org.omnihall.hall.database.GroupWriter.Loss;
import org.omnihall.hall.database.GroupWriter.Shape;
import org.springframework.dao.DataAccessResourceFailureException;

/** What is written in groups is told its fate once: durable after its group, or lost and why. */
class GroupWriterTest {

    private static final int BAD = 13;
    private static final int AWAY = 99;

    private final Book book = new Book();

    /** Writes numbers when it is let; refuses a bad one, and is away for another. */
    private static final class Book implements GroupWriter.Work<Integer> {

        private final CountDownLatch opened = new CountDownLatch(1);
        private final List<List<Integer>> groups = Collections.synchronizedList(new ArrayList<>());
        private final List<Integer> durable = Collections.synchronizedList(new ArrayList<>());
        private final List<String> lost = Collections.synchronizedList(new ArrayList<>());
        private final AtomicInteger between = new AtomicInteger();
        private final AtomicBoolean interrupted = new AtomicBoolean();
        private final Set<Thread> hands = ConcurrentHashMap.newKeySet();
        private final AtomicInteger busy = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();

        @Override
        public IntConsumer write(List<Integer> group) {
            hands.add(Thread.currentThread());
            most.accumulateAndGet(busy.incrementAndGet(), Math::max);
            try {
                return written(group);
            } finally {
                busy.decrementAndGet();
            }
        }

        private IntConsumer written(List<Integer> group) {
            try {
                assertThat(opened.await(15, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException asked) {
                interrupted.set(true);
            }
            groups.add(group);
            if (group.contains(AWAY)) {
                throw new DataAccessResourceFailureException("away");
            }
            if (group.contains(BAD)) {
                throw new IllegalStateException("bad");
            }
            return place -> {
                durable.add(group.get(place));
                if (group.get(place) == 1) {
                    throw new IllegalStateException("a bug of who is told");
                }
            };
        }

        @Override
        public void lost(Integer one, Loss loss) {
            lost.add(one + " " + loss);
        }

        @Override
        public void between() {
            if (between.incrementAndGet() == 1) {
                throw new IllegalStateException("a bug of what is done between");
            }
        }
    }

    @Test
    void takesWhatHasRoomAndWritesItWhenItIsStopped() {
        GroupWriter<Integer> writer = started(10, 4, 1);
        assertThat(writer.offer(0)).isTrue();
        Eventually.holds("the first is taken", () -> writer.waiting() == 0);
        assertThat(IntStream.rangeClosed(1, 11).filter(writer::offer)).hasSize(10);
        book.opened.countDown();
        writer.stop();
        assertThat(book.groups).containsExactly(List.of(0), List.of(1, 2, 3, 4), List.of(5, 6, 7, 8), List.of(9, 10));
        assertThat(book.durable).hasSize(11);
        assertThat(book.interrupted).isFalse();
        assertThat(writer.isRunning()).isFalse();
    }

    @Test
    void takesNothingBeforeItRunsAndAfterItHasEnded() {
        GroupWriter<Integer> writer = new GroupWriter<>(new Shape("test", 10, 4, 1), book);
        assertThat(writer.offer(1)).isFalse();
        writer.start();
        writer.stop();
        assertThat(writer.offer(1)).isFalse();
        writer.start();
        assertThat(writer.offer(2)).isTrue();
        book.opened.countDown();
        writer.stop();
        assertThat(book.durable).containsExactly(2);
    }

    @Test
    void letsNoBadOneHoldUpTheOthersOfItsGroup() {
        GroupWriter<Integer> writer = started(20, 256, 1);
        writer.offer(0);
        Eventually.holds("the first is taken", () -> writer.waiting() == 0);
        List.of(11, 12, BAD, 14).forEach(writer::offer);
        book.opened.countDown();
        writer.stop();
        assertThat(book.durable).containsExactly(0, 11, 12, 14);
        assertThat(book.lost).containsExactly(BAD + " NOT_STORED");
    }

    @Test
    void triesNothingOneByOneWhileTheDatabaseIsAway() {
        GroupWriter<Integer> writer = started(20, 256, 1);
        writer.offer(0);
        Eventually.holds("the first is taken", () -> writer.waiting() == 0);
        List.of(21, AWAY).forEach(writer::offer);
        book.opened.countDown();
        writer.stop();
        assertThat(book.groups).containsExactly(List.of(0), List.of(21, AWAY));
        assertThat(book.lost).containsExactly("21 DATABASE_AWAY", AWAY + " DATABASE_AWAY");
    }

    @Test
    void tellsEachOfManyItsFateOnceWhateverTheWriters() {
        GroupWriter<Integer> writer = started(20_000, 7, 3);
        book.opened.countDown();
        List<Integer> all = IntStream.range(1000, 6000).boxed().toList();
        all.forEach(writer::offer);
        writer.stop();
        assertThat(book.durable).containsExactlyInAnyOrderElementsOf(all);
        assertThat(book.between).hasPositiveValue();
    }

    @Test
    void letsWhoWaitsAnywayWriteByHimself() {
        GroupWriter<Integer> writer = started(10, 4, 1);
        book.opened.countDown();
        assertThat(writer.put(5)).isTrue();
        assertThat(book.durable).containsExactly(5);
        assertThat(writer.put(AWAY)).isTrue();
        assertThat(writer.put(BAD)).isTrue();
        assertThat(book.lost).containsExactly(AWAY + " DATABASE_AWAY", BAD + " NOT_STORED");
        assertThat(book.hands).containsExactly(Thread.currentThread());
        writer.stop();
        assertThat(writer.put(6)).isFalse();
    }

    @Test
    void queuesWhoWaitsAnywayBehindTheOthers() {
        GroupWriter<Integer> writer = started(2, 4, 1);
        writer.offer(0);
        Eventually.holds("the first is taken", () -> writer.waiting() == 0);
        assertThat(IntStream.of(21, 22, 23).mapToObj(writer::put)).containsExactly(true, true, false);
        assertThat(book.durable).isEmpty();
        book.opened.countDown();
        writer.stop();
        assertThat(book.groups).containsExactly(List.of(0), List.of(21, 22));
        assertThat(book.hands).doesNotContain(Thread.currentThread());
    }

    @Test
    void endsAfterThoseWhoWriteByThemselves() throws InterruptedException {
        GroupWriter<Integer> writer = started(10, 4, 1);
        Thread asker = Thread.startVirtualThread(() -> writer.put(5));
        Eventually.holds("he writes", () -> book.busy.get() == 1);
        assertThat(writer.offer(6)).isTrue();
        Thread end = Thread.startVirtualThread(writer::stop);
        Eventually.holds("it takes no more", () -> !writer.isRunning());
        assertThat(end.isAlive()).isTrue();
        book.opened.countDown();
        end.join();
        asker.join();
        assertThat(book.durable).containsExactly(5, 6);
    }

    @Test
    void neverWritesMoreGroupsAtOnceThanThereAreWriters() {
        GroupWriter<Integer> writer = started(20_000, 7, 2);
        book.opened.countDown();
        List<Integer> all = IntStream.range(1000, 6000).boxed().toList();
        try (ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor()) {
            all.forEach(one -> askers.execute(() -> assertThat(writer.put(one)).isTrue()));
        }
        writer.stop();
        assertThat(book.durable).containsExactlyInAnyOrderElementsOf(all);
        assertThat(book.most).hasValueBetween(1, 2);
    }

    private GroupWriter<Integer> started(int room, int group, int writers) {
        GroupWriter<Integer> writer = new GroupWriter<>(new Shape("test", room, group, writers), book);
        writer.start();
        return writer;
    }
}
