package org.omnihall.hall.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.catalogue.OfferingChange.Done;
import org.omnihall.hall.catalogue.OfferingChange.Reason;
import org.omnihall.hall.catalogue.OfferingChange.Refused;
import org.omnihall.hall.channel.ChannelKind;
import org.omnihall.hall.channel.ChannelStatus;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Bundles, their prices and the channels that may complete them (requirements D11, B16). */
@HallTest
@Import(OfferingBookTest.Steps.class)
class BundlesAndPricesTest {

    private final OfferingBook book;
    private final Offerings offerings;
    private final Prices prices;
    private final Permissions permissions;
    private final Clock clock;
    private final FreshOfferings fresh;

    @Autowired
    BundlesAndPricesTest(OfferingBook book, Offerings offerings, Prices prices, Permissions permissions, Clock clock) {
        this.book = book;
        this.offerings = offerings;
        this.prices = prices;
        this.permissions = permissions;
        this.clock = clock;
        this.fresh = new FreshOfferings(book, prices);
    }

    @Test
    void pricesABundleBelowItsParts() {
        fresh.launched("part-a");
        fresh.launched("part-b");
        ProductOffering bundle = Sample.bundle(
                "bundle", LifeCycle.DESIGN, 150, new BundlePart("part-a", 1), new BundlePart("part-b", 2));
        fresh.added(bundle);
        assertThat(prices.of(bundle, clock.instant()).monthlyFen()).isEqualTo(3 * 9_900 * 85 / 100);
        assertThat(prices.undiscounted(bundle, clock.instant()).monthlyFen()).isEqualTo(3 * 9_900);
        assertThat(prices.setNow(new Price(0, "bundle", Price.Kind.MONTHLY, "", 1, Sample.NOON), "LI"))
                .isEqualTo(new Refused(Reason.BUNDLE_HAS_PARTS_ONLY));
        assertThat(book.move("bundle", LifeCycle.LAUNCH, "LI")).isInstanceOf(Done.class);
        fresh.launched("part-c");
        assertThat(book.retire("part-a", "part-c", "LI")).isEqualTo(new Refused(Reason.STILL_NEEDED));
    }

    @Test
    void makesNoBundleOfBundlesOrOfItself() {
        fresh.added(Sample.offering("leaf", LifeCycle.DESIGN));
        fresh.added(Sample.bundle("outer", LifeCycle.DESIGN, 0, new BundlePart("leaf", 1)));
        assertThat(book.add(Sample.bundle("deep", LifeCycle.DESIGN, 0, new BundlePart("outer", 1)), "LI"))
                .isEqualTo(new Refused(Reason.PART_IS_BUNDLE));
        assertThat(book.add(Sample.bundle("self", LifeCycle.DESIGN, 0, new BundlePart("self", 1)), "LI"))
                .isEqualTo(new Refused(Reason.PART_ITSELF));
        assertThat(book.add(Sample.bundle("none", LifeCycle.DESIGN, 0, new BundlePart("nothing", 1)), "LI"))
                .isEqualTo(new Refused(Reason.PART_UNKNOWN));
        assertThat(book.add(
                        Sample.bundle(
                                "double", LifeCycle.DESIGN, 0, new BundlePart("leaf", 1), new BundlePart("leaf", 2)),
                        "LI"))
                .isEqualTo(new Refused(Reason.PART_TWICE));
        assertThat(book.change(Sample.bundle("leaf", LifeCycle.DESIGN, 0, new BundlePart("outer", 1)), "LI"))
                .isEqualTo(new Refused(Reason.IS_A_PART));
        assertThat(book.remove("leaf", "LI")).isEqualTo(new Refused(Reason.STILL_NEEDED));
        assertThat(book.remove("outer", "LI")).isInstanceOf(Done.class);
        assertThat(book.remove("leaf", "LI")).isInstanceOf(Done.class);
        assertThat(offerings.find("leaf")).isEmpty();
    }

    @Test
    void changesNoPriceOfThePast() {
        fresh.added(Sample.offering("dear", LifeCycle.DESIGN));
        fresh.priced("dear", 9_900);
        Instant tomorrow = clock.instant().truncatedTo(ChronoUnit.MICROS).plus(Duration.ofDays(1));
        assertThat(prices.set(new Price(0, "dear", Price.Kind.MONTHLY, "", 1, Sample.NOON), "LI"))
                .isEqualTo(new Refused(Reason.PRICE_PAST));
        Price next = new Price(0, "dear", Price.Kind.MONTHLY, "", 12_900, tomorrow);
        assertThat(prices.set(next, "LI")).isInstanceOf(Done.class);
        assertThat(prices.set(next, "LI")).isEqualTo(new Refused(Reason.PRICE_TAKEN));
        ProductOffering dear = offerings.find("dear").orElseThrow();
        assertThat(prices.of(dear, tomorrow.minusNanos(1_000)).monthlyFen()).isEqualTo(9_900);
        assertThat(prices.of(dear, tomorrow).monthlyFen()).isEqualTo(12_900);
        List<Price> all = prices.all("dear");
        assertThat(prices.withdraw("dear", all.getLast().id(), "LI")).isEqualTo(new Refused(Reason.PRICE_PAST));
        assertThat(prices.withdraw("dear", all.getFirst().id(), "LI")).isInstanceOf(Done.class);
        assertThat(prices.of(dear, tomorrow).monthlyFen()).isEqualTo(9_900);
    }

    @Test
    void takesAnOrderOnlyInAChannelThatMayCompleteAllOfIt() {
        fresh.added(withBusiness("line", "order-solution"));
        fresh.added(withBusiness("simple", "order-standard"));
        ProductOffering both =
                Sample.bundle("both", LifeCycle.DESIGN, 0, new BundlePart("line", 1), new BundlePart("simple", 1));
        fresh.added(both);
        ProductOffering simple = offerings.find("simple").orElseThrow();
        assertThat(permissions.mayComplete(simple, Sample.channel(ChannelKind.WEB_HALL, ChannelStatus.OPEN)))
                .isInstanceOf(Completion.Allowed.class);
        assertThat(permissions.mayComplete(both, Sample.channel(ChannelKind.WEB_HALL, ChannelStatus.OPEN)))
                .isEqualTo(new Completion.Refused(Completion.Reason.TYPE_NOT_HERE));
        assertThat(permissions.mayComplete(both, Sample.channel(ChannelKind.MANAGER, ChannelStatus.OPEN)))
                .isInstanceOf(Completion.Allowed.class);
    }

    private static ProductOffering withBusiness(String code, String business) {
        ProductOffering some = Sample.offering(code, LifeCycle.DESIGN);
        return new ProductOffering(
                code,
                some.texts(),
                some.family(),
                business,
                some.state(),
                some.buyers(),
                some.trialDays(),
                some.least(),
                some.most(),
                some.asked(),
                some.fulfilment(),
                some.bundle(),
                some.migrateTo(),
                some.changedAt());
    }
}
