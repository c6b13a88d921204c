package org.omnihall.hall.catalogue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.omnihall.hall.catalogue.ProductOffering.Bundle;

/**
 * The price of a bundle: the sum of its parts' one-time and monthly prices less the discount, rounded down to the fen, so that it is never
 * above the sum (requirement D11). What is paid by use costs what it costs alone; where two parts ask for the same unit, the lower one counts.
 */
final class BundlePrice {

    /** What a part costs alone. */
    record Part(int quantity, PriceList prices) {}

    private BundlePrice() {}

    /** Empty where a part has no price: a bundle with a part of unknown price has none either. */
    static PriceList of(String bundle, int discountPermille, List<Part> parts) {
        if (parts.isEmpty() || parts.stream().anyMatch(part -> part.prices().isEmpty())) {
            return new PriceList(List.of());
        }
        Map<Price.Kind, Price> sums = new EnumMap<>(Price.Kind.class);
        Map<String, Price> usage = new TreeMap<>();
        for (Part part : parts) {
            for (Price price : part.prices().prices()) {
                if (price.kind() == Price.Kind.USAGE) {
                    usage.merge(price.unit(), priced(bundle, price, price.fen(), price.from()), BundlePrice::lower);
                } else {
                    long fen = Math.multiplyExact(price.fen(), part.quantity());
                    sums.merge(price.kind(), priced(bundle, price, fen, price.from()), BundlePrice::sum);
                }
            }
        }
        List<Price> all = sums.values().stream()
                .map(sum ->
                        priced(bundle, sum, sum.fen() * (Bundle.WHOLE - discountPermille) / Bundle.WHOLE, sum.from()))
                .collect(Collectors.toCollection(ArrayList::new));
        all.addAll(usage.values());
        return new PriceList(all);
    }

    private static Price sum(Price one, Price other) {
        return priced(one.offering(), one, Math.addExact(one.fen(), other.fen()), later(one, other));
    }

    private static Price lower(Price one, Price other) {
        return one.fen() <= other.fen() ? one : other;
    }

    private static Instant later(Price one, Price other) {
        return List.of(one.from(), other.from()).stream()
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Price priced(String bundle, Price price, long fen, Instant from) {
        return new Price(0, bundle, price.kind(), price.unit(), fen, from);
    }
}
