package org.omnihall.hall.catalogue;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.omnihall.hall.catalogue.LifeCycle.Action;
import org.omnihall.hall.catalogue.OfferingChange.Done;
import org.omnihall.hall.catalogue.OfferingChange.Reason;
import org.omnihall.hall.catalogue.OfferingChange.Refused;
import org.omnihall.tmf.Happening;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The prices of offerings through time. What was in force at a moment can always be read again. */
@Component
public class Prices {

    private final Offerings offerings;
    private final OfferingTable table;
    private final OfferingTrail trail;
    private final Clock clock;

    Prices(Offerings offerings, OfferingTable table, OfferingTrail trail, Clock clock) {
        this.offerings = offerings;
        this.table = table;
        this.trail = trail;
        this.clock = clock;
    }

    /** The prices of one of an offering at a moment; those of a bundle follow from its parts (requirement D11). */
    public PriceList of(ProductOffering offering, Instant at) {
        return offerings.shelf().pricesAt(offering, at, true);
    }

    /** What the parts of a bundle cost together without the discount; the same as {@link #of} where it is no bundle. */
    public PriceList undiscounted(ProductOffering offering, Instant at) {
        return offerings.shelf().pricesAt(offering, at, false);
    }

    /** All prices that were ever set for an offering and those to come, the latest first. */
    public List<Price> all(String offering) {
        return offerings.shelf().prices(offering);
    }

    /** Sets a price from a moment on that has not passed; the id in it is not looked at. */
    @Transactional
    public OfferingChange set(Price wanted, String actor) {
        return set(wanted, clock.instant(), actor);
    }

    /** Sets a price that holds at once; the id and the moment in it are not looked at. */
    @Transactional
    public OfferingChange setNow(Price wanted, String actor) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return set(wanted.beginning(now), now, actor);
    }

    private OfferingChange set(Price wanted, Instant now, String actor) {
        Shelf shelf = offerings.begin();
        Optional<ProductOffering> offering = shelf.find(wanted.offering());
        Optional<Reason> reason =
                offering.isEmpty() ? Optional.of(Reason.UNKNOWN) : refuses(wanted, offering.get(), shelf, now);
        if (reason.isPresent()) {
            return new Refused(reason.get());
        }
        long id = table.insert(wanted);
        table.touch(wanted.offering(), now);
        trail.announcePrice(id, Happening.CREATE);
        trail.record(actor, "offering.price", wanted.offering(), words(wanted), Happening.CHANGE);
        return new Done(offering.get());
    }

    /** Takes back a price that has not begun. */
    @Transactional
    public OfferingChange withdraw(String offering, long price, String actor) {
        Shelf shelf = offerings.begin();
        Optional<Price> planned =
                shelf.prices(offering).stream().filter(one -> one.id() == price).findFirst();
        if (planned.isEmpty()) {
            return new Refused(Reason.UNKNOWN);
        }
        if (!planned.get().from().isAfter(clock.instant())) {
            return new Refused(Reason.PRICE_PAST);
        }
        trail.announcePrice(price, Happening.DELETE);
        table.removePrice(price);
        table.touch(offering, clock.instant());
        trail.record(actor, "offering.price.withdraw", offering, words(planned.get()), Happening.CHANGE);
        return new Done(shelf.find(offering).orElseThrow());
    }

    private Optional<Reason> refuses(Price wanted, ProductOffering offering, Shelf shelf, Instant now) {
        if (!offering.state().allows(Action.CHANGE_PRICES)) {
            return Optional.of(Reason.NOT_IN_THIS_STATE);
        }
        if (offering.isBundle()) {
            return Optional.of(Reason.BUNDLE_HAS_PARTS_ONLY);
        }
        if (wanted.from().isBefore(now)) {
            return Optional.of(Reason.PRICE_PAST);
        }
        boolean taken = shelf.prices(wanted.offering()).stream()
                .anyMatch(one -> one.isOfSameThing(wanted) && one.from().equals(wanted.from()));
        return taken ? Optional.of(Reason.PRICE_TAKEN) : Optional.empty();
    }

    private static String words(Price price) {
        return price.kind() + (price.unit().isEmpty() ? "" : " " + price.unit()) + " " + price.fen() + " fen from "
                + price.from();
    }
}
