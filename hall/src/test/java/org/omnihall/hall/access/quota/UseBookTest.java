package org.omnihall.hall.access.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.omnihall.hall.HallDatabase;
import org.omnihall.hall.access.limit.Owner;
import org.omnihall.hall.access.network.Quota;
import org.omnihall.hall.access.network.Quota.Amount;
import org.omnihall.hall.channel.OpeningHours;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Days and months of owners on a real database. */
@ExtendWith(HallDatabase.class)
class UseBookTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");
    private static final Instant MIDNIGHT = NOON.plus(Duration.ofHours(12));
    private static final Owner LI = Owner.account(7);
    private static final Owner WANG = Owner.subscriber(7);
    private static final Quota QUOTA = new Quota(
            new Amount(Duration.ofHours(1), 0),
            new Amount(Duration.ZERO, 10_000),
            OpeningHours.ALWAYS,
            new Quota.Reached.Ends());

    private final JdbcClient db;
    private final UseBook book;
    private final ReachedBook reached;
    private final TransactionTemplate transaction;

    UseBookTest(DataSource database) {
        db = JdbcClient.create(database);
        book = new UseBook(new JdbcTemplate(database), SHANGHAI);
        reached = new ReachedBook(db);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    }

    @BeforeEach
    void empty() {
        db.sql("truncate access.quota_use").update();
    }

    private static Growth growth(Owner owner, boolean begins, long seconds, long octets, Instant until) {
        return new Growth(
                owner,
                QUOTA,
                begins,
                new Amount(Duration.ofSeconds(seconds), octets),
                until.minusSeconds(seconds),
                until);
    }

    private void count(Growth... grown) {
        transaction.executeWithoutResult(status -> book.count(List.of(grown), NOON));
    }

    private Used used(Owner owner, Instant at) {
        return book.of(List.of(owner), at).getOrDefault(owner, Used.NOTHING);
    }

    @Test
    void addsUpADayAndAMonthForEachOwner() {
        count(growth(LI, true, 600, 100, NOON), growth(WANG, true, 60, 1, NOON), growth(LI, false, 300, 50, NOON));
        count(growth(LI, false, 100, 7, NOON.plusSeconds(100)));
        assertThat(used(LI, NOON))
                .isEqualTo(new Used(
                        new Amount(Duration.ofSeconds(1_000), 157),
                        Amount.NONE,
                        new Amount(Duration.ofSeconds(1_000), 157),
                        Amount.NONE,
                        0));
        assertThat(used(WANG, NOON).day()).isEqualTo(new Amount(Duration.ofMinutes(1), 1));
        assertThat(used(LI, MIDNIGHT).day()).isEqualTo(Amount.NONE);
        assertThat(used(LI, MIDNIGHT).month().octets()).isEqualTo(157);
        assertThat(used(LI, NOON.plus(Duration.ofDays(9)))).isEqualTo(Used.NOTHING);
    }

    @Test
    void sharesWhatWasUsedAcrossMidnightByTheTimeOnBothSides() {
        count(growth(LI, true, 600, 1_001, MIDNIGHT.plusSeconds(150)));
        assertThat(used(LI, NOON).day()).isEqualTo(new Amount(Duration.ofSeconds(450), 750));
        assertThat(used(LI, MIDNIGHT).day()).isEqualTo(new Amount(Duration.ofSeconds(150), 251));
        assertThat(used(LI, MIDNIGHT).month()).isEqualTo(new Amount(Duration.ofMinutes(10), 1_001));
    }

    @Test
    void countsOnlyWhatTheQuotaBounds() {
        Quota monthly = new Quota(Amount.NONE, QUOTA.month(), OpeningHours.ALWAYS, QUOTA.reached());
        count(new Growth(LI, monthly, true, new Amount(Duration.ofHours(2), 5), NOON.minusSeconds(7_200), NOON));
        assertThat(db.sql("select period from access.quota_use")
                        .query(String.class)
                        .list())
                .containsExactly("MONTH");
    }

    @Test
    void oneNodeTakesWhoHasUsedUpHisDayAndTellsHowFarBeyondItHeCame() {
        count(growth(LI, true, 3_599, 1, NOON), growth(WANG, true, 60, 9_999, NOON));
        assertThat(reached.take(NOON, 10)).isEmpty();
        count(growth(LI, false, 31, 1, NOON.plusSeconds(31)));
        List<Reached> taken = reached.take(NOON, 10);
        assertThat(taken).singleElement().satisfies(one -> {
            assertThat(one.owner()).isEqualTo(LI);
            assertThat(one.period().kind()).isEqualTo(Period.Kind.DAY);
            assertThat(one.endsAt()).isEqualTo(MIDNIGHT);
            assertThat(one.over()).isEqualTo(new Amount(Duration.ofSeconds(30), 0));
        });
        assertThat(reached.take(NOON.plusSeconds(1), 10)).isEmpty();
        assertThat(reached.settled(taken.getFirst(), NOON)).isTrue();
        assertThat(reached.take(NOON.plusSeconds(60), 10)).isEmpty();
    }

    @Test
    void anotherNodeTakesWhatTheFirstDidNotSettle() {
        count(growth(LI, true, 3_600, 1, NOON));
        assertThat(reached.take(NOON, 10)).hasSize(1);
        assertThat(reached.take(NOON.plusSeconds(4), 10)).isEmpty();
        assertThat(reached.take(NOON.plusSeconds(5), 10)).hasSize(1);
    }

    @Test
    void whoGoesOnThoughHeShouldHaveEndedIsTakenAgain() {
        count(growth(LI, true, 3_600, 1, NOON));
        assertThat(reached.settled(reached.take(NOON, 10).getFirst(), NOON)).isTrue();
        count(growth(LI, false, 600, 1, NOON.plusSeconds(600)));
        Reached again = reached.take(NOON.plusSeconds(600), 10).getFirst();
        assertThat(reached.settled(again, NOON.plusSeconds(600)))
                .as("the first time")
                .isFalse();
    }

    @Test
    void aBoundThatWasRaisedIsReachedAnew() {
        count(growth(LI, true, 3_600, 1, NOON));
        assertThat(reached.settled(reached.take(NOON, 10).getFirst(), NOON)).isTrue();
        Quota raised = new Quota(
                new Amount(Duration.ofHours(2), 0), QUOTA.month(), OpeningHours.ALWAYS, new Quota.Reached.Slows(1, 1));
        Amount minutes = new Amount(Duration.ofMinutes(30), 0);
        count(new Growth(LI, raised, false, minutes, NOON, NOON.plusSeconds(1_800)));
        assertThat(reached.take(NOON.plusSeconds(1_800), 10)).isEmpty();
        count(new Growth(LI, raised, false, minutes, NOON.plusSeconds(1_800), NOON.plusSeconds(3_600)));
        assertThat(reached.take(NOON.plusSeconds(3_600), 10)).hasSize(1);
    }

    @Test
    void takesAReportThatIsBeyondAllMeasureAndTheNextOne() {
        Growth beyond =
                new Growth(LI, QUOTA, true, new Amount(Duration.ofSeconds(Long.MAX_VALUE), Long.MAX_VALUE), NOON, NOON);
        for (int times = 0; times < 3; times++) {
            count(beyond);
        }
        assertThat(used(LI, NOON).month().octets()).isEqualTo(3L << 50);
        db.sql("update access.quota_use set octets = 9223372036854775807").update();
        count(beyond);
        assertThat(used(LI, NOON).month().octets()).isEqualTo((1L << 60) + (1L << 50));
    }

    @Test
    void aNewSessionOfOneWhoHasUsedUpHisIsLookedAtAgain() {
        count(growth(LI, true, 3_600, 1, NOON));
        Reached first = reached.take(NOON, 10).getFirst();
        count(growth(LI, true, 0, 0, NOON.plusSeconds(1)));
        assertThat(reached.settled(first, NOON.plusSeconds(2))).isFalse();
        assertThat(reached.take(NOON.plusSeconds(2), 10)).hasSize(1);
    }

    @Test
    void isLiftedOnceWhenTheDayIsOver() {
        count(growth(LI, true, 3_600, 1, NOON));
        assertThat(reached.settled(reached.take(NOON, 10).getFirst(), NOON)).isTrue();
        assertThat(reached.takeOver(MIDNIGHT.minusSeconds(1), 10)).isEmpty();
        Reached over = reached.takeOver(MIDNIGHT, 10).getFirst();
        assertThat(reached.takeOver(MIDNIGHT.plusSeconds(4), 10)).isEmpty();
        Reached again = reached.takeOver(MIDNIGHT.plusSeconds(5), 10).getFirst();
        reached.lifted(over, MIDNIGHT);
        assertThat(reached.takeOver(MIDNIGHT.plusSeconds(10), 10)).hasSize(1);
        reached.lifted(again, MIDNIGHT);
        reached.lifted(reached.takeOver(MIDNIGHT.plusSeconds(15), 10).getFirst(), MIDNIGHT);
        assertThat(reached.takeOver(MIDNIGHT.plusSeconds(30), 10)).isEmpty();
    }

    /** Each batch names the same owners in an order of its own. */
    @Test
    void addsUpTheSameFromTwoNodesAtOnce() throws ExecutionException, InterruptedException {
        try (ExecutorService nodes = Executors.newFixedThreadPool(2)) {
            List<Future<?>> work = new ArrayList<>();
            for (int node = 0; node < 2; node++) {
                Random order = new Random(node);
                work.add(nodes.submit(() -> {
                    for (int batch = 0; batch < 50; batch++) {
                        List<Growth> grown = new ArrayList<>();
                        for (long owner = 0; owner < 20; owner++) {
                            grown.add(growth(Owner.account(owner), false, 1, 10, NOON));
                        }
                        Collections.shuffle(grown, order);
                        count(grown.toArray(Growth[]::new));
                    }
                }));
            }
            for (Future<?> one : work) {
                one.get();
            }
        }
        for (long owner = 0; owner < 20; owner++) {
            assertThat(used(Owner.account(owner), NOON).month()).isEqualTo(new Amount(Duration.ofSeconds(100), 1_000));
        }
    }
}
