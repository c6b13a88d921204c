package org.omnihall.hall.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.omnihall.hall.openapi.Specimen;
import org.springframework.context.ApplicationContext;

/** Offerings, prices and a bundle for the proof of the catalogue's resources, which programs only read. */
public final class CatalogueSpecimens {

    private static final Instant LATER = Instant.parse("2099-01-01T00:00:00Z");

    private CatalogueSpecimens() {}

    public static Specimen.Source source() {
        return hall -> {
            put(hall);
            return Map.of(
                    CatalogueResources.OFFERING.path(),
                    Specimen.readOnly(),
                    CatalogueResources.PRICE.path(),
                    Specimen.readOnly(),
                    CatalogueResources.CATEGORY.path(),
                    Specimen.readOnly());
        };
    }

    private static void put(ApplicationContext hall) {
        OfferingBook book = hall.getBean(OfferingBook.class);
        Prices prices = hall.getBean(Prices.class);
        List<Characteristic> asked = List.of(
                new Characteristic("ssid", "名称", "Name", Characteristic.Type.TEXT, true, List.of()),
                new Characteristic("speed", "速率", "Speed", Characteristic.Type.CHOICE, false, List.of("1M", "2M")));
        List<ProductOffering> some = List.of(
                Sample.offering("specimen-a", LifeCycle.DESIGN).asking(asked),
                Sample.offering("specimen-b", LifeCycle.DESIGN),
                Sample.bundle(
                        "specimen-c",
                        LifeCycle.DESIGN,
                        100,
                        new BundlePart("specimen-a", 1),
                        new BundlePart("specimen-b", 2)));
        some.forEach(one -> done(book.add(one, "specimens")));
        done(prices.setNow(new Price(0, "specimen-a", Price.Kind.MONTHLY, "", 9_900, Sample.NOON), "specimens"));
        done(prices.set(new Price(0, "specimen-a", Price.Kind.MONTHLY, "", 12_950, LATER), "specimens"));
        done(prices.setNow(new Price(0, "specimen-b", Price.Kind.ONE_TIME, "", 100, Sample.NOON), "specimens"));
        done(prices.setNow(new Price(0, "specimen-b", Price.Kind.USAGE, "SMS", 5, Sample.NOON), "specimens"));
    }

    private static void done(OfferingChange change) {
        assertThat(change).isInstanceOf(OfferingChange.Done.class);
    }
}
