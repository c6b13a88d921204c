package org.omnihall.hall.access.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.Eventually;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.access.attempt.Attempts;
import org.omnihall.hall.access.attempt.Samples;
import org.omnihall.hall.access.attempt.State;
import org.omnihall.hall.access.attempt.Way;
import org.omnihall.hall.access.funnel.Drop;
import org.omnihall.hall.access.funnel.Funnel;
import org.omnihall.hall.access.funnel.Step;
import org.omnihall.hall.access.funnel.Where;
import org.omnihall.hall.interaction.Contact;
import org.omnihall.hall.interaction.ContactKind;
import org.omnihall.hall.interaction.Journeys;
import org.omnihall.hall.interaction.LoggedContact;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Steps and clicks reach the contact log once each and are never skipped; the hall's own follower runs beside the test's. */
@HallTest
class ContactFollowerTest {

    private final ContactFollower follower;
    private final Funnel funnel;
    private final Attempts attempts;
    private final Journeys journeys;
    private final TransactionOperations transaction;
    private final JdbcClient db;
    private final Instant now;

    @Autowired
    ContactFollowerTest(
            ContactFollower follower,
            Funnel funnel,
            Attempts attempts,
            Journeys journeys,
            TransactionOperations transaction,
            JdbcClient db,
            Clock clock) {
        this.follower = follower;
        this.funnel = funnel;
        this.attempts = attempts;
        this.journeys = journeys;
        this.transaction = transaction;
        this.db = db;
        this.now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    @Test
    void tellsOfAStepWithItsPlaceAndOfAStepOnce() {
        UUID attempt = UUID.randomUUID();
        assertThat(funnel.reached(where(attempt), Step.PAGE_SHOWN, now)).isTrue();
        assertThat(funnel.reached(where(attempt), Step.PAGE_SHOWN, now)).isFalse();
        assertThat(funnel.reached(where(attempt), Step.NUMBER_GIVEN, now)).isTrue();
        funnel.dropped(where(attempt), Drop.CODE_NOT_SENT, now.plusMillis(1));
        Eventually.holds("both are told", () -> kinds(attempt).size() == 2);

        assertThat(kinds(attempt)).containsExactly(ContactKind.PAGE_SEEN, ContactKind.CODE_ASKED);
        Contact page = journeys.of(attempt).getFirst().contact();
        assertThat(page.where()).isEqualTo(new Contact.Where("/zj/hz/", Optional.of(3L)));
        assertThat(page.at()).isEqualTo(now);
        assertThat(page.whom()).isEqualTo(Contact.Whom.STRANGER);
        assertThat(journeys.of(attempt).getLast().contact().outcome()).isEqualTo("CODE_NOT_SENT");
    }

    @Test
    void tellsOfTheFirstClickAndWhoClicked() {
        var attempt = Samples.attempt(new State.Slot(now, 4711, Way.CODE));
        attempts.open(attempt);
        attempts.clicked(attempt.id(), now);
        attempts.clicked(attempt.id(), now.plusSeconds(1));
        funnel.reached(where(attempt.id()), Step.SLOT_SHOWN, now);
        Eventually.holds("both are told", () -> kinds(attempt.id()).size() == 2);

        assertThat(kinds(attempt.id())).containsExactlyInAnyOrder(ContactKind.SLOT_CLICKED, ContactKind.SLOT_SHOWN);
        assertThat(journeys.of(attempt.id()))
                .allSatisfy(row -> assertThat(row.contact().whom()).isEqualTo(Contact.Whom.subscriber(4711)));
    }

    /** The early row has the smaller identity and becomes visible after the late one was told. */
    @Test
    void skipsNoStepThatCommitsAfterALaterOne() throws InterruptedException, ExecutionException {
        UUID early = UUID.randomUUID();
        UUID late = UUID.randomUUID();
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch told = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<Boolean> slow = threads.submit(() -> transaction.execute(status -> {
                funnel.reached(where(early), Step.PAGE_SHOWN, now);
                written.countDown();
                return await(told);
            }));
            assertThat(await(written)).isTrue();
            funnel.reached(where(late), Step.PAGE_SHOWN, now);
            Eventually.holds("the late one is told", () -> kinds(late).size() == 1);
            assertThat(kinds(early)).isEmpty();
            told.countDown();
            assertThat(slow.get()).isTrue();
        }
        Eventually.holds("the early one is told", () -> kinds(early).size() == 1);
    }

    @Test
    void tellsEachOnceThoughFourFollowersWork() throws InterruptedException, ExecutionException {
        List<UUID> all = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            all.add(UUID.randomUUID());
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Callable<Integer>> work = new ArrayList<>();
            all.forEach(attempt -> work.add(() -> {
                funnel.reached(where(attempt), Step.PAGE_SHOWN, now);
                return follower.tell(0).contacts();
            }));
            for (Future<Integer> done : threads.invokeAll(work)) {
                done.get();
            }
        }
        Eventually.holds("all are told", () -> rows("access.untold", "journey", all) == 0);
        assertThat(rows("interaction.contact", "journey", all)).isEqualTo(200);
    }

    /** The transaction that took them ends without telling: they are still there. */
    @Test
    void losesNothingWhenTellingFails() {
        UUID attempt = UUID.randomUUID();
        funnel.reached(where(attempt), Step.PAGE_SHOWN, now);
        transaction.executeWithoutResult(status -> {
            follower.tell(0);
            status.setRollbackOnly();
        });
        Eventually.holds("it is told", () -> kinds(attempt).size() == 1);
    }

    @Test
    void goesOnBehindAnIdAndTellsHowFarItCame() {
        UUID attempt = UUID.randomUUID();
        transaction.executeWithoutResult(status -> {
            db.sql("select only_one from access.teller for update").query(row -> {}); // the hall's own follower waits
            funnel.reached(where(attempt), Step.PAGE_SHOWN, now);
            funnel.reached(where(attempt), Step.NUMBER_GIVEN, now);
            funnel.reached(where(attempt), Step.CODE_SENT, now);
            List<Long> left = untold(attempt);
            assertThat(left).hasSizeGreaterThan(1);
            ContactFollower.Told told = follower.tell(left.getFirst());
            assertThat(told.last()).isEqualTo(left.getLast());
            assertThat(told.contacts()).isEqualTo(left.size() - 1);
            assertThat(untold(attempt)).containsExactly(left.getFirst());
        });
        Eventually.holds("that is told too", () -> untold(attempt).isEmpty());
    }

    private List<Long> untold(UUID attempt) {
        return db.sql("select id from access.untold where journey = ? order by id")
                .param(attempt)
                .query((row, number) -> row.getLong("id"))
                .list();
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private List<ContactKind> kinds(UUID journey) {
        return journeys.of(journey).stream()
                .map(LoggedContact::contact)
                .map(Contact::kind)
                .toList();
    }

    private long rows(String table, String column, List<UUID> ids) {
        return db.sql("select count(*) from " + table + " where " + column + " = any(?::text[]::uuid[])")
                .param(ids.stream().map(UUID::toString).toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    private static Where where(UUID attempt) {
        return new Where(
                Optional.of(attempt),
                Optional.empty(),
                "/zj/hz/",
                Optional.of(3L),
                Optional.of(7L),
                "CMCC",
                Optional.empty(),
                "IOS");
    }
}
