package org.omnihall.hall.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.catalogue.Obstacle.Reason;

/** What can be published: only what can be made real (requirement D2). */
class PublishingTest {

    private static final PriceList PRICED =
            new PriceList(List.of(new Price(1, "wifi", Price.Kind.MONTHLY, "", 9_900, Sample.NOON)));
    private static final PriceList UNPRICED = new PriceList(List.of());
    private static final ProductOffering WIFI = Sample.offering("wifi", LifeCycle.DESIGN);

    @Test
    void publishesWhatHasAPlanThatSomebodyExecutesAndAPrice() {
        assertThat(obstacles(WIFI, PRICED, List.of(), "wlan")).isEmpty();
    }

    @Test
    void keepsBackWhatNobodyCanExecute() {
        assertThat(obstacles(WIFI, PRICED, List.of())).containsExactly(new Obstacle(Reason.UNKNOWN_STEP, "wlan"));
        assertThat(obstacles(WIFI, PRICED, List.of(), "sms"))
                .containsExactly(new Obstacle(Reason.UNKNOWN_STEP, "wlan"));
    }

    @Test
    void keepsBackWhatHasNoPlanOrNoPrice() {
        ProductOffering facade = planned(WIFI, List.of());
        assertThat(obstacles(facade, UNPRICED, List.of(), "wlan"))
                .containsExactly(new Obstacle(Reason.NO_PLAN, "wifi"), new Obstacle(Reason.NO_PRICE, ""));
    }

    @Test
    void triesOnlyWhatHasATrialTerm() {
        ProductOffering bundle = Sample.bundle("both", LifeCycle.DESIGN, 100, new BundlePart("wifi", 1));
        ProductOffering sold = Sample.offering("wifi", LifeCycle.LAUNCH);
        Publishing.Facts facts = new Publishing.Facts(PRICED, List.of(sold), Set.of("wlan"));
        assertThat(Publishing.obstacles(bundle, LifeCycle.TRIAL, facts))
                .containsExactly(new Obstacle(Reason.NO_TRIAL_TERM, ""));
        assertThat(Publishing.obstacles(bundle, LifeCycle.LAUNCH, facts)).isEmpty();
    }

    @Test
    void sellsABundleOnlyWhileAllItsPartsAreSold() {
        ProductOffering bundle = Sample.bundle("both", LifeCycle.DESIGN, 100, new BundlePart("wifi", 1));
        for (LifeCycle state : LifeCycle.values()) {
            List<Obstacle> found = obstacles(bundle, PRICED, List.of(Sample.offering("wifi", state)), "wlan");
            if (state.allows(LifeCycle.Action.ORDER)) {
                assertThat(found).isEmpty();
            } else {
                assertThat(found).containsExactly(new Obstacle(Reason.PART_NOT_SOLD, "wifi"));
            }
        }
        ProductOffering hollow = planned(Sample.offering("wifi", LifeCycle.LAUNCH), List.of());
        assertThat(obstacles(bundle, PRICED, List.of(hollow), "wlan"))
                .containsExactly(new Obstacle(Reason.NO_PLAN, "wifi"));
    }

    private static List<Obstacle> obstacles(
            ProductOffering offering, PriceList prices, List<ProductOffering> parts, String... kinds) {
        return Publishing.obstacles(offering, LifeCycle.LAUNCH, new Publishing.Facts(prices, parts, Set.of(kinds)));
    }

    private static ProductOffering planned(ProductOffering offering, List<String> plan) {
        return new ProductOffering(
                offering.code(),
                offering.texts(),
                offering.family(),
                offering.business(),
                offering.state(),
                offering.buyers(),
                offering.trialDays(),
                1,
                10,
                List.of(),
                plan,
                offering.bundle(),
                Optional.empty(),
                Sample.NOON);
    }
}
