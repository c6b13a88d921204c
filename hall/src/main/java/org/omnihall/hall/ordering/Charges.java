package org.omnihall.hall.ordering;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.omnihall.hall.catalogue.Price;
import org.omnihall.hall.catalogue.PriceList;

/**
 * The price as it was when it was agreed; later prices of the catalogue do not change it.
 *
 * @param oneTimeFen for all of the item
 * @param monthlyFen for all of the item
 * @param usageFen for one unit of what is used, by unit
 */
public record Charges(long oneTimeFen, long monthlyFen, Map<String, Long> usageFen) {

    public static final Charges NONE = new Charges(0, 0, Map.of());

    public Charges {
        usageFen = Map.copyOf(usageFen);
    }

    static Charges of(PriceList prices, int quantity) {
        return new Charges(
                Math.multiplyExact(prices.oneTimeFen(), quantity),
                Math.multiplyExact(prices.monthlyFen(), quantity),
                prices.usage().stream().collect(Collectors.toMap(Price::unit, Price::fen)));
    }

    /** What goes on when it is changed: nothing is paid once more for being there. */
    Charges goingOn() {
        return new Charges(0, monthlyFen, usageFen);
    }

    @Override
    public String toString() {
        return oneTimeFen + " fen once, " + monthlyFen + " fen a month, " + new TreeMap<>(usageFen);
    }
}
