package org.omnihall.hall.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.database.GroupAnswers.Fate;
import org.omnihall.hall.database.GroupAnswers.Fault;

/** What those are told who do not wait on a thread of their own. */
class GroupAnswersTest {

    private static final Fate<String> LATE = new Fate.Lost<>(Fault.TOO_LATE);

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();
    private final BlockingQueue<Fate<String>> told = new LinkedBlockingQueue<>();
    private final GroupAnswers<String, String> answers =
            new GroupAnswers<>(new GroupWriter.Shape("slow", 10, 4, 1), Duration.ofMillis(200), this::slowly);

    private List<String> slowly(List<String> questions) {
        begun.countDown();
        asked.addAll(questions);
        try {
            assertThat(goOn.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
        return questions.stream().map(question -> question + "!").toList();
    }

    private Fate<String> next() throws InterruptedException {
        Fate<String> fate = told.poll(10, TimeUnit.SECONDS);
        assertThat(fate).isNotNull();
        return fate;
    }

    @AfterEach
    void stop() {
        goOn.countDown();
        answers.stop();
    }

    @Test
    void tellsOnceAndAsksNothingForThoseWhoWaitNoMore() throws InterruptedException {
        answers.start();
        answers.ask("at work", told::add);
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
        answers.ask("behind it", told::add);
        assertThat(List.of(next(), next())).containsExactly(LATE, LATE);
        goOn.countDown();
        answers.ask("after it", told::add);
        assertThat(next()).isEqualTo(new Fate.Answered<>("after it!"));
        assertThat(asked).as("nobody waited for the second one any more").containsExactly("at work", "after it");
        assertThat(told).isEmpty();
    }

    @Test
    void tellsAtOnceWhereThereIsNoRoom() {
        answers.ask("before it runs", told::add);
        assertThat(told).containsExactly(new Fate.Lost<>(Fault.QUEUE_FULL));
    }
}
