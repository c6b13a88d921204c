package org.omnihall.hall.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omnihall.hall.party.NumberStanding.Reason.BOSS_REFUSED;
import static org.omnihall.hall.party.OperatorSettings.BossSilence.FAIL_CLOSED;
import static org.omnihall.hall.party.OperatorSettings.BossSilence.FAIL_OPEN;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.omnihall.hall.HallDatabase;
import org.omnihall.hall.party.NumberStanding.NotOurs;
import org.omnihall.hall.party.NumberStanding.Ours;
import org.omnihall.hall.party.OperatorSettings.BossSilence;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** The port to the business support system, and that every judgement takes the same look-ups (access rule 6). */
@ExtendWith(HallDatabase.class)
class JudgingTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-22T04:00:00Z"), ZoneOffset.UTC);
    private static final Msisdn LI = new Msisdn("13805710001");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final DataSource database;

    JudgingTest(DataSource database) {
        this.database = database;
    }

    @BeforeEach
    void numbers() {
        JdbcClient db = JdbcClient.create(database);
        db.sql("delete from party.ported_number").update();
        db.sql("delete from party.listed_number").update();
        db.sql("insert into party.ported_number values ('13805710002', 'CHINA_TELECOM', now(), 'test')")
                .update();
        db.sql("insert into party.listed_number values ('13805710003', 'DENY', '', now(), 'test')")
                .update();
    }

    /** Counted, not timed: one statement and one question to the BOSS each, whatever there is to find. */
    @Test
    void everyOutcomeTakesTheSameLookUps() {
        Counting counting = new Counting(database);
        AtomicInteger asked = new AtomicInteger();
        NumberPlan plan = plan(counting, msisdn -> asked.incrementAndGet() > 0, FAIL_CLOSED);
        plan.judge(LI);
        Map<String, NumberStanding> outcomes = new LinkedHashMap<>();
        List<Integer> statements = new ArrayList<>();
        List<Integer> questions = new ArrayList<>();
        for (String number : List.of("13805710001", "13800100001", "13805710002", "13805710003", "14000000001")) {
            int statementsBefore = counting.taken.get();
            int questionsBefore = asked.get();
            outcomes.put(number, plan.judge(new Msisdn(number)));
            statements.add(counting.taken.get() - statementsBefore);
            questions.add(asked.get() - questionsBefore);
        }
        assertThat(outcomes.values().stream().map(JudgingTest::word))
                .containsExactly("OURS", "FOREIGN", "PORTED_OUT", "DENIED", "UNKNOWN");
        assertThat(statements).containsExactly(1, 1, 1, 1, 1);
        assertThat(questions).containsExactly(1, 1, 1, 1, 1);
    }

    @Test
    void hearsTheBoss() {
        assertThat(plan(database, msisdn -> true, FAIL_CLOSED).judge(LI)).isInstanceOf(Ours.class);
        assertThat(plan(database, msisdn -> false, FAIL_OPEN).judge(LI)).isEqualTo(new NotOurs(BOSS_REFUSED));
    }

    @Test
    void takesASlowBossForWhatThePolicySays() {
        CountDownLatch never = new CountDownLatch(1);
        BossQuery slow = msisdn -> waits(never);
        try {
            assertThat(port(slow, FAIL_OPEN).agrees(LI)).isTrue();
            assertThat(port(slow, FAIL_CLOSED).agrees(LI)).isFalse();
            assertThat(silences("timeout")).isEqualTo(2);
        } finally {
            never.countDown();
        }
    }

    @Test
    void takesABrokenBossForWhatThePolicySays() {
        BossQuery broken = msisdn -> {
            throw new IllegalStateException("line down");
        };
        assertThat(port(broken, FAIL_OPEN).agrees(LI)).isTrue();
        assertThat(port(broken, FAIL_CLOSED).agrees(LI)).isFalse();
        assertThat(silences("failed")).isEqualTo(2);
    }

    @Test
    void doesNotPileUpQuestionsBeforeASlowBoss() {
        CountDownLatch never = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        BossPort port = port(
                msisdn -> {
                    asked.incrementAndGet();
                    return waits(never);
                },
                FAIL_CLOSED);
        try {
            for (int i = 0; i < 70; i++) {
                port.agrees(LI);
            }
            assertThat(silences("full")).isEqualTo(6);
            assertThat(asked).hasValueLessThanOrEqualTo(64);
        } finally {
            never.countDown();
        }
    }

    private double silences(String why) {
        return meters.counter("omnihall.party.boss.silence", "why", why).count();
    }

    private static boolean waits(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static String word(NumberStanding standing) {
        return switch (standing) {
            case Ours ours -> "OURS";
            case NotOurs no -> no.reason().name();
        };
    }

    private NumberPlan plan(DataSource source, BossQuery boss, BossSilence silence) {
        JdbcClient db = JdbcClient.create(source);
        BossPort port = port(boss, silence);
        return new NumberPlan(new Overrides(db), new SegmentsInUse(db, NOON), port, settings(silence));
    }

    private BossPort port(BossQuery boss, BossSilence silence) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory(Map.of("boss", boss));
        return new BossPort(beans.getBeanProvider(BossQuery.class), settings(silence), meters);
    }

    private static OperatorSettings settings(BossSilence silence) {
        return new OperatorSettings(Operator.CHINA_MOBILE, Set.of("Zhejiang"), Duration.ofMillis(20), silence);
    }

    /** Counts the connections taken: one a statement outside of a transaction. */
    private static final class Counting extends DelegatingDataSource {

        private final AtomicInteger taken = new AtomicInteger();

        Counting(DataSource database) {
            super(database);
        }

        @Override
        public Connection getConnection() throws SQLException {
            taken.incrementAndGet();
            return super.getConnection();
        }
    }
}
