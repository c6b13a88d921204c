package org.omnihall.hall.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.omnihall.hall.catalogue.OfferingChange.Done;

/** Offerings that tests write, price and launch. */
record FreshOfferings(OfferingBook book, Prices prices) {

    void launched(String code) {
        added(Sample.offering(code, LifeCycle.DESIGN));
        priced(code, 9_900);
        assertThat(book.move(code, LifeCycle.LAUNCH, "LI")).isInstanceOf(Done.class);
    }

    void added(ProductOffering wanted) {
        assertThat(book.add(wanted, "LI")).isInstanceOf(Done.class);
    }

    void priced(String code, long monthlyFen) {
        assertThat(prices.setNow(new Price(0, code, Price.Kind.MONTHLY, "", monthlyFen, Sample.NOON), "LI"))
                .isInstanceOf(Done.class);
    }
}
