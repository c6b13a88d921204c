package org.omnihall.hall.catalogue;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.omnihall.hall.catalogue.LifeCycle.Action;
import org.omnihall.hall.catalogue.OfferingChange.Done;
import org.omnihall.hall.catalogue.OfferingChange.NotPublished;
import org.omnihall.hall.catalogue.OfferingChange.Reason;
import org.omnihall.hall.catalogue.OfferingChange.Refused;
import org.omnihall.tmf.Happening;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds and changes offerings and leads them through their life; every change is audited. */
@Component
public class OfferingBook {

    private final OfferingTable table;
    private final Offerings offerings;
    private final Businesses businesses;
    private final OfferingTrail trail;
    private final Clock clock;

    OfferingBook(OfferingTable table, Offerings offerings, Businesses businesses, OfferingTrail trail, Clock clock) {
        this.table = table;
        this.offerings = offerings;
        this.businesses = businesses;
        this.trail = trail;
        this.clock = clock;
    }

    /** Adds an offering in design; its state, way on and time of change are not looked at. */
    @Transactional
    public OfferingChange add(ProductOffering wanted, String actor) {
        Shelf shelf = offerings.begin();
        if (shelf.find(wanted.code()).isPresent()) {
            return new Refused(Reason.CODE_TAKEN);
        }
        ProductOffering next = wanted.in(LifeCycle.DESIGN, Optional.empty(), clock.instant());
        Optional<Reason> reason = refuses(next, shelf);
        if (reason.isPresent()) {
            return new Refused(reason.get());
        }
        table.insert(next);
        return done(next, Happening.CREATE, "offering.add", OfferingWords.of(next), actor);
    }

    /** Changes what its state lets be changed; its state and way on stay, and what is published stays fit to be. */
    @Transactional
    public OfferingChange change(ProductOffering wanted, String actor) {
        Shelf shelf = offerings.begin();
        Optional<ProductOffering> before = shelf.find(wanted.code());
        if (before.isEmpty()) {
            return new Refused(Reason.UNKNOWN);
        }
        ProductOffering next = wanted.in(before.get().state(), before.get().migrateTo(), clock.instant());
        Optional<Reason> reason = refusesChange(before.get(), next, shelf);
        return reason.isPresent()
                ? new Refused(reason.get())
                : published(next, shelf, Happening.CHANGE, "offering.change", OfferingWords.of(next), actor);
    }

    /** Leads an offering into its next state. What becomes public must be able to be fulfilled; retiring is {@link #retire}. */
    @Transactional
    public OfferingChange move(String code, LifeCycle state, String actor) {
        Shelf shelf = offerings.begin();
        Optional<ProductOffering> before = shelf.find(code);
        if (before.isEmpty()) {
            return new Refused(Reason.UNKNOWN);
        }
        if (!before.get().state().next().contains(state)) {
            return new Refused(Reason.STATE_NOT_NEXT);
        }
        if (state == LifeCycle.RETIRED) {
            return new Refused(Reason.NO_WAY_ON);
        }
        ProductOffering next = before.get().in(state, Optional.empty(), clock.instant());
        return published(
                next, shelf, Happening.STATE, "offering.move", before.get().state() + " -> " + state, actor);
    }

    /** Retires an offering; its customers go on with another one, which must be sold (requirement D16). */
    @Transactional
    public OfferingChange retire(String code, String migrateTo, String actor) {
        Shelf shelf = offerings.begin();
        Optional<ProductOffering> before = shelf.find(code);
        Optional<Reason> reason =
                before.isEmpty() ? Optional.of(Reason.UNKNOWN) : refusesRetirement(before.get(), migrateTo, shelf);
        if (reason.isPresent()) {
            return new Refused(reason.get());
        }
        ProductOffering next = before.orElseThrow().in(LifeCycle.RETIRED, Optional.of(migrateTo), clock.instant());
        table.update(next);
        return done(
                next,
                Happening.STATE,
                "offering.retire",
                before.get().state() + " -> RETIRED, on with " + migrateTo,
                actor);
    }

    /** Takes a draft out of the catalogue. */
    @Transactional
    public OfferingChange remove(String code, String actor) {
        Shelf shelf = offerings.begin();
        Optional<ProductOffering> before = shelf.find(code);
        if (before.isEmpty()) {
            return new Refused(Reason.UNKNOWN);
        }
        if (!before.get().allows(Action.REMOVE)) {
            return new Refused(Reason.NOT_IN_THIS_STATE);
        }
        if (shelf.bundlesWith(code).findAny().isPresent() || shelf.isWayOn(code)) {
            return new Refused(Reason.STILL_NEEDED);
        }
        trail.record(actor, "offering.remove", code, OfferingWords.of(before.get()), Happening.DELETE);
        table.remove(code);
        return new Done(before.get());
    }

    private Optional<Reason> refusesRetirement(ProductOffering before, String migrateTo, Shelf shelf) {
        if (!before.state().next().contains(LifeCycle.RETIRED)) {
            return Optional.of(Reason.STATE_NOT_NEXT);
        }
        Optional<ProductOffering> wayOn = shelf.find(migrateTo);
        if (wayOn.isEmpty() || before.code().equals(migrateTo)) {
            return Optional.of(Reason.NO_WAY_ON);
        }
        if (!wayOn.get().allows(Action.ORDER)) {
            return Optional.of(Reason.WAY_ON_NOT_SOLD);
        }
        boolean needed = shelf.bundlesWith(before.code())
                .anyMatch(bundle -> bundle.state().isPublished());
        return needed ? Optional.of(Reason.STILL_NEEDED) : Optional.empty();
    }

    private Optional<Reason> refusesChange(ProductOffering before, ProductOffering next, Shelf shelf) {
        boolean may = before.allows(Action.CHANGE_FACTS) || next.hasTheFactsOf(before);
        if (!may || !before.allows(Action.CHANGE_TEXTS)) {
            return Optional.of(Reason.NOT_IN_THIS_STATE);
        }
        return refuses(next, shelf);
    }

    private Optional<Reason> refuses(ProductOffering wanted, Shelf shelf) {
        if (businesses.find(wanted.business()).isEmpty()) {
            return Optional.of(Reason.BUSINESS_UNKNOWN);
        }
        if (wanted.asked().stream().map(Characteristic::code).distinct().count()
                < wanted.asked().size()) {
            return Optional.of(Reason.QUESTION_TAKEN);
        }
        return wanted.isBundle() ? refusesBundle(wanted, shelf) : Optional.empty();
    }

    private static Optional<Reason> refusesBundle(ProductOffering wanted, Shelf shelf) {
        if (!wanted.fulfilment().isEmpty() || !shelf.prices(wanted.code()).isEmpty()) {
            return Optional.of(Reason.BUNDLE_HAS_PARTS_ONLY);
        }
        if (shelf.bundlesWith(wanted.code()).anyMatch(bundle -> !bundle.code().equals(wanted.code()))) {
            return Optional.of(Reason.IS_A_PART);
        }
        List<BundlePart> parts = wanted.bundle().parts();
        if (parts.stream().map(BundlePart::offering).distinct().count() < parts.size()) {
            return Optional.of(Reason.PART_TWICE);
        }
        return parts.stream()
                .flatMap(part -> refusesPart(wanted, part, shelf).stream())
                .findFirst();
    }

    private static Optional<Reason> refusesPart(ProductOffering bundle, BundlePart part, Shelf shelf) {
        if (part.offering().equals(bundle.code())) {
            return Optional.of(Reason.PART_ITSELF);
        }
        Optional<ProductOffering> known = shelf.find(part.offering());
        if (known.isEmpty()) {
            return Optional.of(Reason.PART_UNKNOWN);
        }
        return known.get().isBundle() ? Optional.of(Reason.PART_IS_BUNDLE) : Optional.empty();
    }

    /** Writes it, if it is fit for its state. */
    private OfferingChange published(
            ProductOffering next, Shelf shelf, Happening happening, String act, String detail, String actor) {
        List<Obstacle> obstacles = next.state().isPublished()
                ? shelf.obstacles(next, next.state(), clock.instant(), offerings.stepKinds())
                : List.of();
        if (!obstacles.isEmpty()) {
            return new NotPublished(obstacles);
        }
        table.update(next);
        return done(next, happening, act, detail, actor);
    }

    private OfferingChange done(ProductOffering now, Happening happening, String act, String detail, String actor) {
        trail.record(actor, act, now.code(), detail, happening);
        return new Done(now);
    }
}
