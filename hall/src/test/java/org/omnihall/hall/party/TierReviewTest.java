package org.omnihall.hall.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omnihall.hall.party.Town.ACTOR;
import static org.omnihall.hall.party.Town.HANGZHOU;
import static org.omnihall.hall.party.Town.done;

import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.Eventually;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.party.Company.Facts;
import org.omnihall.hall.party.Tiers.Reviewed;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The review of all companies beside others who change them (requirement D6). */
@HallTest
class TierReviewTest {

    private final Folk folk;
    private final Tiers tiers;
    private final JdbcClient db;
    private final TransactionTemplate transaction;

    @Autowired
    TierReviewTest(ApplicationContext hall, Tiers tiers, JdbcClient db, PlatformTransactionManager transactions) {
        this.folk = new Folk(hall);
        this.tiers = tiers;
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
    }

    @BeforeEach
    void begin() {
        folk.managers();
        tiers.reviewAll(ACTOR);
    }

    @Test
    void judgesACompanyByWhatItIsWhenItsTurnComes() throws InterruptedException, ExecutionException {
        Company cafe = folk.company(Facts.of("spends less meanwhile", HANGZHOU));
        spends(cafe, 100_000);
        try (ExecutorService reviewer = Executors.newSingleThreadExecutor()) {
            Future<Reviewed> review = Objects.requireNonNull(transaction.execute(status -> {
                spends(cafe, 99_999);
                Future<Reviewed> running = reviewer.submit(() -> tiers.reviewAll(ACTOR));
                Eventually.holds("the review waits for the company", this::isWaitedFor);
                return running;
            }));
            assertThat(review.get().moved()).isZero();
        }
        assertThat(folk.named(cafe).tier()).isEqualTo(Tier.MICRO);
        assertThat(tiers.history(cafe.id())).hasSize(1);
    }

    @Test
    void countsTheCompaniesOfEachTierWithoutThePinnedOnes() {
        Company cafe = folk.company(Facts.of("counted once", HANGZHOU));
        long before = tiers.now().getOrDefault(Tier.MICRO, 0L);
        done(tiers.pin(cafe.id(), Tier.MICRO, "stays small", ACTOR));
        assertThat(tiers.now().getOrDefault(Tier.MICRO, 0L)).isEqualTo(before - 1);
        done(tiers.unpin(cafe.id(), ACTOR));
        assertThat(tiers.now().getOrDefault(Tier.MICRO, 0L)).isEqualTo(before);
    }

    private void spends(Company company, long fen) {
        db.sql("update party.company set monthly_spend = ? where id = ?")
                .params(fen, company.id())
                .update();
    }

    private boolean isWaitedFor() {
        return db.sql(
                        "select exists (select 1 from pg_locks where not granted and pg_backend_pid() = any (pg_blocking_pids(pid)))")
                .query(Boolean.class)
                .single();
    }
}
