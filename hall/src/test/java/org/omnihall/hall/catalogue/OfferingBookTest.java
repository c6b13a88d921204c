package org.omnihall.hall.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.catalogue.OfferingChange.Done;
import org.omnihall.hall.catalogue.OfferingChange.NotPublished;
import org.omnihall.hall.catalogue.OfferingChange.Reason;
import org.omnihall.hall.catalogue.OfferingChange.Refused;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Offerings through their life, with somebody who can execute the step {@code wlan} (requirements D2, D16). */
@HallTest
@Import(OfferingBookTest.Steps.class)
class OfferingBookTest {

    static class Steps {
        @Bean
        FulfilmentSteps wlanSteps() {
            return () -> Set.of("wlan");
        }
    }

    private final OfferingBook book;
    private final Offerings offerings;
    private final JdbcClient db;
    private final Clock clock;
    private final FreshOfferings fresh;

    @Autowired
    OfferingBookTest(OfferingBook book, Offerings offerings, Prices prices, JdbcClient db, Clock clock) {
        this.book = book;
        this.offerings = offerings;
        this.db = db;
        this.clock = clock;
        this.fresh = new FreshOfferings(book, prices);
    }

    @Test
    void keepsAnOfferingAsItWasWritten() {
        Characteristic ssid = new Characteristic("ssid", "无线名称", "SSID", Characteristic.Type.TEXT, true, List.of());
        Characteristic speed =
                new Characteristic("speed", "速率", "Speed", Characteristic.Type.CHOICE, false, List.of("10M", "50M"));
        ProductOffering wanted = Sample.offering("kept", LifeCycle.DESIGN).asking(List.of(ssid, speed));
        assertThat(book.add(wanted, "LI")).isInstanceOf(Done.class);
        ProductOffering kept = offerings.find("kept").orElseThrow();
        assertThat(kept).isEqualTo(wanted.in(LifeCycle.DESIGN, Optional.empty(), kept.changedAt()));
        assertThat(book.add(wanted, "LI")).isEqualTo(new Refused(Reason.CODE_TAKEN));
        assertThat(book.add(Sample.offering("twice", LifeCycle.DESIGN).asking(List.of(ssid, ssid)), "LI"))
                .isEqualTo(new Refused(Reason.QUESTION_TAKEN));
    }

    @Test
    void publishesOnlyWhatSomebodyCanExecute() {
        fresh.added(Sample.offering("real", LifeCycle.DESIGN));
        assertThat(book.move("real", LifeCycle.LAUNCH, "LI"))
                .isEqualTo(new NotPublished(List.of(new Obstacle(Obstacle.Reason.NO_PRICE, ""))));
        fresh.priced("real", 9_900);
        assertThat(sellable()).doesNotContain("real");
        assertThat(book.move("real", LifeCycle.LAUNCH, "LI")).isInstanceOf(Done.class);
        assertThat(sellable()).contains("real");
        assertThat(offerings.sellable(clock.instant(), BuyerKind.PERSON))
                .extracting(ProductOffering::code)
                .doesNotContain("real");
        assertThat(offerings.tryable(clock.instant(), BuyerKind.COMPANY))
                .extracting(ProductOffering::code)
                .contains("real");

        fresh.added(planned("facade", "carrier-pigeon"));
        fresh.priced("facade", 100);
        assertThat(book.move("facade", LifeCycle.LAUNCH, "LI"))
                .isEqualTo(new NotPublished(List.of(new Obstacle(Obstacle.Reason.UNKNOWN_STEP, "carrier-pigeon"))));
        assertThat(offerings.find("facade").orElseThrow().state()).isEqualTo(LifeCycle.DESIGN);
    }

    @Test
    void keepsWhatIsOnTrialFitToBePublished() {
        fresh.added(Sample.offering("trying", LifeCycle.DESIGN));
        fresh.priced("trying", 100);
        assertThat(book.move("trying", LifeCycle.TRIAL, "LI")).isInstanceOf(Done.class);
        assertThat(book.change(planned("trying", "carrier-pigeon"), "LI")).isInstanceOf(NotPublished.class);
        assertThat(offerings.find("trying").orElseThrow().fulfilment()).containsExactly("wlan");
        assertThat(sellable()).doesNotContain("trying");
    }

    @Test
    void changesNoFactsUnderOrders() {
        fresh.launched("live");
        ProductOffering live = offerings.find("live").orElseThrow();
        ProductOffering other = Sample.bundle("live", LifeCycle.LAUNCH, 0);
        assertThat(book.change(other, "LI")).isEqualTo(new Refused(Reason.NOT_IN_THIS_STATE));
        assertThat(book.change(live, "LI")).isInstanceOf(Done.class);
        assertThat(book.remove("live", "LI")).isEqualTo(new Refused(Reason.NOT_IN_THIS_STATE));
    }

    @Test
    void retiresOnlyWithAWayOnThatIsSold() {
        fresh.launched("old");
        fresh.launched("successor");
        fresh.added(Sample.offering("draft", LifeCycle.DESIGN));
        assertThat(book.move("old", LifeCycle.RETIRED, "LI")).isEqualTo(new Refused(Reason.NO_WAY_ON));
        assertThat(book.retire("old", "", "LI")).isEqualTo(new Refused(Reason.NO_WAY_ON));
        assertThat(book.retire("old", "old", "LI")).isEqualTo(new Refused(Reason.NO_WAY_ON));
        assertThat(book.retire("old", "draft", "LI")).isEqualTo(new Refused(Reason.WAY_ON_NOT_SOLD));
        assertThat(book.retire("draft", "old", "LI")).isEqualTo(new Refused(Reason.STATE_NOT_NEXT));
        assertThat(book.retire("old", "successor", "LI")).isInstanceOf(Done.class);
        ProductOffering old = offerings.find("old").orElseThrow();
        assertThat(old.migrateTo()).contains("successor");
        assertThat(old.allows(LifeCycle.Action.ORDER)).isFalse();
        assertThat(sellable()).contains("successor").doesNotContain("old");
        assertThat(book.change(old, "LI")).isEqualTo(new Refused(Reason.NOT_IN_THIS_STATE));
        assertThat(book.move("old", LifeCycle.LAUNCH, "LI")).isEqualTo(new Refused(Reason.STATE_NOT_NEXT));
        assertThatThrownBy(() -> db.sql("update catalogue.offering set migrate_to = null where code = 'old'")
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("retired_with_a_way_on");
    }

    /** Two that shall each go on with the other, at once: one of them stays. */
    @Test
    void neverRetiresTwoIntoEachOther() throws InterruptedException, ExecutionException {
        for (int round = 0; round < 5; round++) {
            String one = "one-" + round;
            String other = "other-" + round;
            fresh.launched(one);
            fresh.launched(other);
            List<OfferingChange> answers =
                    atOnce(() -> book.retire(one, other, "LI"), () -> book.retire(other, one, "LI"));
            assertThat(answers.stream().filter(Done.class::isInstance)).hasSize(1);
            assertThat(answers).contains(new Refused(Reason.WAY_ON_NOT_SOLD));
        }
    }

    private List<String> sellable() {
        return offerings.sellable(clock.instant(), BuyerKind.COMPANY).stream()
                .map(ProductOffering::code)
                .toList();
    }

    private static ProductOffering planned(String code, String step) {
        ProductOffering some = Sample.offering(code, LifeCycle.DESIGN);
        return new ProductOffering(
                code,
                some.texts(),
                some.family(),
                some.business(),
                some.state(),
                some.buyers(),
                some.trialDays(),
                some.least(),
                some.most(),
                some.asked(),
                List.of(step),
                some.bundle(),
                some.migrateTo(),
                some.changedAt());
    }

    private static List<OfferingChange> atOnce(Callable<OfferingChange> one, Callable<OfferingChange> other)
            throws InterruptedException, ExecutionException {
        try (ExecutorService people = Executors.newFixedThreadPool(2)) {
            List<OfferingChange> answers = new ArrayList<>();
            for (Future<OfferingChange> answer : people.invokeAll(List.of(one, other))) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
