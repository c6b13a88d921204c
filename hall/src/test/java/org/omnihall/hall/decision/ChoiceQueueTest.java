package org.omnihall.hall.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.Eventually;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.audit.AuditTrail;
import org.omnihall.hall.channel.ChannelId;
import org.omnihall.hall.database.GroupAnswers;
import org.omnihall.hall.interaction.Cards;
import org.omnihall.hall.interaction.CustomerValue;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.party.Subscribers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Choices are written in groups: what is answered is durable, each by itself, and one journey has one answer. */
@HallTest
class ChoiceQueueTest {

    private static final SlotTelling CODE = (request, choice) ->
            "{\"shown\":\"" + choice.item().map(SlotItem::code).orElse("") + "\"}";

    private final Choosing choosing;
    private final SlotTable table;
    private final ChoiceBook book;
    private final AuditTrail audit;
    private final Cards cards;
    private final Subscribers subscribers;
    private final JdbcClient db;
    private final TransactionOperations transaction;
    private final Instant now;
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    private ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor();

    @Autowired
    ChoiceQueueTest(
            Choosing choosing,
            SlotTable table,
            ChoiceBook book,
            AuditTrail audit,
            Cards cards,
            Subscribers subscribers,
            JdbcClient db,
            TransactionOperations transaction,
            Clock clock) {
        this.choosing = choosing;
        this.table = table;
        this.book = book;
        this.audit = audit;
        this.cards = cards;
        this.subscribers = subscribers;
        this.db = db;
        this.transaction = transaction;
        this.now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    @BeforeEach
    void empty() {
        db.sql("truncate decision.choice cascade").update();
        askers = Executors.newVirtualThreadPerTaskExecutor();
    }

    @AfterEach
    void rest() {
        askers.close();
    }

    @Test
    void writesWhatManyAskAtOnceBeforeItAnswersThem() throws InterruptedException, ExecutionException {
        long rich = subscriber(1);
        cards.value(rich, new CustomerValue("A", 20_000, Optional.empty(), now));
        try (Running running = new Running(20_000)) {
            List<Future<SlotAnswer>> asked = IntStream.range(0, 500)
                    .mapToObj(i -> askers.submit(() -> {
                        SlotAnswer answer = running.queue.ask(inquiry(i, i % 2 == 0 ? rich : subscriber(2), "/"));
                        assertThat(stored(request(i, rich, "/").choice())).isEqualTo(1);
                        return answer;
                    }))
                    .toList();
            for (Future<SlotAnswer> one : asked) {
                assertThat(one.get()).isInstanceOf(SlotAnswer.Chosen.class);
            }
        }
        assertThat(db.sql("select count(*) from decision.choice where band = 'HIGH'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(250);
        assertThat(db.sql("select count(*) from decision.choice where band is null")
                        .query(Integer.class)
                        .single())
                .isEqualTo(250);
    }

    @Test
    void givesOneAnswerToAJourneyThatAsksTwiceAtOnceOrLater() throws InterruptedException, ExecutionException {
        long li = subscriber(3);
        List<SlotAnswer> answers = new ArrayList<>();
        try (Running running = new Running(20_000)) {
            List<Future<SlotAnswer>> asked = IntStream.range(0, 200)
                    .mapToObj(i -> askers.submit(() -> running.queue.ask(inquiry(7, li, "/"))))
                    .toList();
            for (Future<SlotAnswer> one : asked) {
                answers.add(one.get());
            }
            answers.add(running.queue.ask(inquiry(7, li, "/")));
        }
        assertThat(answers).hasSize(201).containsOnly(answers.getFirst());
        assertThat(db.sql("select count(*) from decision.choice")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void refusesWhenTheQueueIsFullAndCountsIt() {
        long li = subscriber(4);
        List<Future<SlotAnswer>> asked = new ArrayList<>();
        try (Running running = new Running(2)) {
            transaction.executeWithoutResult(status -> {
                db.sql("lock table decision.choice in access exclusive mode").update();
                for (int i = 0; i < 10; i++) {
                    SlotInquiry inquiry = inquiry(i, li, "/");
                    asked.add(askers.submit(() -> running.queue.ask(inquiry)));
                }
                // two writers hold two each at most, and two wait
                Eventually.holds("four are refused", () -> lost("QUEUE_FULL") >= 4);
            });
            long refused = asked.stream().filter(ChoiceQueueTest::isRefused).count();
            assertThat(refused).isEqualTo((long) lost("QUEUE_FULL")).isBetween(4L, 9L);
            assertThat(db.sql("select count(*) from decision.choice")
                            .query(Long.class)
                            .single())
                    .isEqualTo(10 - refused);
        }
    }

    @Test
    void letsNoBadRowHoldUpTheOthersOfItsGroup() {
        long li = subscriber(5);
        List<Future<SlotAnswer>> good = new ArrayList<>();
        List<Future<SlotAnswer>> bad = new ArrayList<>();
        try (Running running = new Running(20_000)) {
            transaction.executeWithoutResult(status -> {
                db.sql("lock table decision.choice in access exclusive mode").update();
                for (int i = 0; i < 40; i++) {
                    SlotInquiry inquiry = inquiry(i, li, i % 10 == 3 ? "/\0/" : "/");
                    (i % 10 == 3 ? bad : good).add(askers.submit(() -> running.queue.ask(inquiry)));
                }
            });
            assertThat(good).hasSize(36).noneMatch(ChoiceQueueTest::isRefused);
            assertThat(bad).hasSize(4).allMatch(ChoiceQueueTest::isRefused);
        }
        assertThat(lost("NOT_STORED")).isEqualTo(4);
    }

    @Test
    void knowsAStrangerWhereAnOutsiderNamesHim() {
        try (Running running = new Running(10)) {
            assertThat(running.queue.ask(inquiry(1, 999_999_999L, "/"))).isEqualTo(new SlotAnswer.UnknownCustomer());
            assertThat(running.queue.ask(inquiry(2, subscriber(6), "/"))).isInstanceOf(SlotAnswer.Chosen.class);
        }
        assertThat(stored(request(1, 999_999_999L, "/").choice())).isZero();
    }

    @Test
    void standsOrFallsWithTheTransactionOfItsAsker() {
        long li = subscriber(8);
        try (Running running = new Running(10)) {
            transaction.executeWithoutResult(status -> {
                running.queue.ask(inquiry(1, li, "/"));
                status.setRollbackOnly();
            });
            assertThat(stored(request(1, li, "/").choice())).isZero();
            transaction.executeWithoutResult(status -> running.queue.ask(inquiry(1, li, "/")));
            assertThat(stored(request(1, li, "/").choice())).isEqualTo(1);
        }
    }

    @Test
    void takesNothingBeforeItRunsAndAfterItHasEnded() {
        Running running = new Running(10);
        running.close();
        assertThatThrownBy(() -> running.queue.ask(inquiry(1, subscriber(7), "/")))
                .isInstanceOfSatisfying(
                        ChoiceNotKept.class, lost -> assertThat(lost.fault()).isEqualTo(GroupAnswers.Fault.QUEUE_FULL));
    }

    @Test
    void showsAPageNothingWhereTheChoiceCannotBeKeptAndElseTheSame() {
        long li = subscriber(9);
        SlotRequest request = request(1, li, "/");
        try (Running running = new Running(10)) {
            SlotChoices choices = new SlotChoices(table, book, running.queue, audit);
            running.queue.stop();
            assertThat(choices.show(request)).isEmpty();
            assertThat(lost("QUEUE_FULL")).isOne();
            running.queue.start();
            Optional<SlotChoice> shown = choices.show(request);
            assertThat(shown).isPresent();
            running.queue.stop();
            assertThat(choices.show(request)).isEqualTo(shown);
        }
    }

    /** A queue of so many places with its writers, beside the hall's own. */
    private final class Running implements AutoCloseable {

        private final ChoiceQueue queue;

        Running(int room) {
            queue = new ChoiceQueue(choosing, meters, room);
            queue.start();
        }

        @Override
        public void close() {
            queue.stop();
        }
    }

    private static boolean isRefused(Future<SlotAnswer> asked) {
        try {
            Objects.requireNonNull(asked.get());
            return false;
        } catch (ExecutionException failed) {
            assertThat(failed).hasCauseInstanceOf(ChoiceNotKept.class);
            return true;
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private double lost(String fault) {
        return meters.find("omnihall.choice.lost").tag("fault", fault).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private int stored(UUID choice) {
        return db.sql("select count(*) from decision.choice where id = ?")
                .param(choice)
                .query(Integer.class)
                .single();
    }

    private long subscriber(int number) {
        return subscribers.idOf(new Msisdn("1385717%04d".formatted(number)));
    }

    private SlotInquiry inquiry(int journey, long subscriber, String areaPath) {
        return new SlotInquiry(request(journey, subscriber, areaPath), table.policy(), Optional.of(CODE));
    }

    private SlotRequest request(int journey, long subscriber, String areaPath) {
        return new SlotRequest(
                SlotPlace.PORTAL, new UUID(71, journey), new ChannelId(1), Optional.of(subscriber), areaPath, now);
    }
}
