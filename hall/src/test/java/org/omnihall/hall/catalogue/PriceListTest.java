package org.omnihall.hall.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Prices at a moment, and of bundles (requirements D11, D16). */
class PriceListTest {

    private static final Price MONTHLY = new Price(1, "wifi", Price.Kind.MONTHLY, "", 9_900, Sample.NOON);
    private static final Price SMS = new Price(2, "wifi", Price.Kind.USAGE, "SMS", 5, Sample.NOON);
    private static final Price GIGABYTE = new Price(3, "wifi", Price.Kind.USAGE, "GB", 300, Sample.NOON);
    private static final Price LATER =
            new Price(4, "wifi", Price.Kind.MONTHLY, "", 12_900, Sample.NOON.plus(Duration.ofDays(1)));

    @Test
    void changesAtTheMomentAPriceBegins() {
        List<Price> all = List.of(MONTHLY, LATER);
        assertThat(PriceList.at(all, Sample.NOON.minusNanos(1)).isEmpty()).isTrue();
        assertThat(PriceList.at(all, Sample.NOON).monthlyFen()).isEqualTo(9_900);
        assertThat(PriceList.at(all, LATER.from().minusNanos(1)).monthlyFen()).isEqualTo(9_900);
        assertThat(PriceList.at(all, LATER.from()).monthlyFen()).isEqualTo(12_900);
    }

    @Test
    void holdsOnePriceForEachKindAndUnit() {
        PriceList now = PriceList.at(List.of(SMS, MONTHLY, GIGABYTE, LATER), LATER.from());
        assertThat(now.prices()).containsExactly(LATER, GIGABYTE, SMS);
        assertThat(now.usage()).containsExactly(GIGABYTE, SMS);
        assertThat(now.oneTimeFen()).isZero();
    }

    @Test
    void sumsTheParts() {
        PriceList bundle = BundlePrice.of("both", 200, List.of(part(1, MONTHLY), part(3, MONTHLY, SMS)));
        assertThat(bundle.monthlyFen()).isEqualTo(4 * 9_900 * 8 / 10);
        assertThat(bundle.usage()).extracting(Price::fen).containsExactly(5L);
        assertThat(bundle.prices()).extracting(Price::offering).containsOnly("both");
    }

    @Test
    void hasNoPriceWhereAPartHasNone() {
        assertThat(BundlePrice.of("both", 0, List.of(part(1, MONTHLY), part(1))).isEmpty())
                .isTrue();
    }

    @Test
    void neverAsksMoreForABundleThanForItsParts() {
        Random random = new Random(11);
        for (int i = 0; i < 5_000; i++) {
            List<BundlePrice.Part> parts = new ArrayList<>();
            long monthly = 0;
            long once = 0;
            for (int n = 0; n <= random.nextInt(4); n++) {
                int quantity = 1 + random.nextInt(20);
                long fen = random.nextInt(1_000_000);
                long setup = random.nextInt(1_000_000);
                parts.add(part(
                        quantity,
                        new Price(0, "p", Price.Kind.MONTHLY, "", fen, Sample.NOON),
                        new Price(0, "p", Price.Kind.ONE_TIME, "", setup, Sample.NOON)));
                monthly += fen * quantity;
                once += setup * quantity;
            }
            int discount = random.nextInt(1_001);
            PriceList bundle = BundlePrice.of("b", discount, parts);
            assertThat(bundle.monthlyFen()).isBetween(0L, monthly);
            assertThat(bundle.oneTimeFen()).isBetween(0L, once);
            assertThat(bundle.monthlyFen()).isEqualTo(monthly * (1_000 - discount) / 1_000);
            assertThat(BundlePrice.of("b", 0, parts).monthlyFen()).isEqualTo(monthly);
            assertThat(BundlePrice.of("b", 1_000, parts).oneTimeFen()).isZero();
        }
    }

    private static BundlePrice.Part part(int quantity, Price... prices) {
        return new BundlePrice.Part(
                quantity, PriceList.at(List.of(prices), LATER.from().minusNanos(1)));
    }
}
