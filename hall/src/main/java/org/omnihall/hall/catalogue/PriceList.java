package org.omnihall.hall.catalogue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The prices of one offering at one moment: one of each kind and unit at most. Empty where it has no price at all, which is not free. */
public record PriceList(List<Price> prices) {

    public PriceList {
        prices = List.copyOf(prices);
    }

    public boolean isEmpty() {
        return prices.isEmpty();
    }

    /** In fen; 0 where none is asked. */
    public long oneTimeFen() {
        return sum(Price.Kind.ONE_TIME);
    }

    /** In fen a month; 0 where none is asked. */
    public long monthlyFen() {
        return sum(Price.Kind.MONTHLY);
    }

    public List<Price> usage() {
        return prices.stream().filter(price -> price.kind() == Price.Kind.USAGE).toList();
    }

    /** What holds at a moment of all prices that were ever set: of each thing the one that began last. */
    static PriceList at(List<Price> all, Instant moment) {
        List<Price> holding = new ArrayList<>();
        all.stream()
                .filter(price -> !price.from().isAfter(moment))
                .sorted(Comparator.comparing(Price::from).reversed())
                .forEach(price -> {
                    if (holding.stream().noneMatch(price::isOfSameThing)) {
                        holding.add(price);
                    }
                });
        holding.sort(Comparator.comparing(Price::kind).thenComparing(Price::unit));
        return new PriceList(holding);
    }

    private long sum(Price.Kind kind) {
        return prices.stream()
                .filter(price -> price.kind() == kind)
                .mapToLong(Price::fen)
                .sum();
    }
}
