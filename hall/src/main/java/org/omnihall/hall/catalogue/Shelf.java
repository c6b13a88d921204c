package org.omnihall.hall.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All offerings with all their prices, as they stand together at one moment.
 *
 * @param offerings by code, in the order of codes
 * @param prices all that were ever set and those to come, by offering
 */
record Shelf(List<ProductOffering> offerings, Map<String, ProductOffering> byCode, Map<String, List<Price>> prices) {

    static Shelf of(List<ProductOffering> offerings, List<Price> prices) {
        return new Shelf(
                List.copyOf(offerings),
                offerings.stream().collect(Collectors.toMap(ProductOffering::code, Function.identity())),
                prices.stream().collect(Collectors.groupingBy(Price::offering)));
    }

    Optional<ProductOffering> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** All prices of an offering, the latest first. */
    List<Price> prices(String code) {
        return prices.getOrDefault(code, List.of());
    }

    /** What one of an offering costs at a moment; the discount of a bundle is taken off where it is asked for. */
    PriceList pricesAt(ProductOffering offering, Instant at, boolean discounted) {
        if (!offering.isBundle()) {
            return PriceList.at(prices(offering.code()), at);
        }
        List<BundlePrice.Part> parts = offering.bundle().parts().stream()
                .map(part -> new BundlePrice.Part(part.quantity(), PriceList.at(prices(part.offering()), at)))
                .toList();
        return BundlePrice.of(offering.code(), discounted ? offering.bundle().discountPermille() : 0, parts);
    }

    /** What keeps an offering from being in a state at a moment, where these kinds of steps can be executed. */
    List<Obstacle> obstacles(ProductOffering offering, LifeCycle wanted, Instant at, Set<String> stepKinds) {
        List<ProductOffering> parts = offering.bundle().parts().stream()
                .flatMap(part -> find(part.offering()).stream())
                .toList();
        return Publishing.obstacles(
                offering, wanted, new Publishing.Facts(pricesAt(offering, at, true), parts, stepKinds));
    }

    /** The bundles that an offering is part of. */
    Stream<ProductOffering> bundlesWith(String code) {
        return offerings.stream()
                .filter(one -> one.bundle().parts().stream()
                        .anyMatch(part -> part.offering().equals(code)));
    }

    /** Whether customers of another offering go on with this one. */
    boolean isWayOn(String code) {
        return offerings.stream()
                .anyMatch(one -> one.migrateTo().filter(code::equals).isPresent());
    }
}
