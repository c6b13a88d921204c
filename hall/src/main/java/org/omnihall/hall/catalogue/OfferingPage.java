package org.omnihall.hall.catalogue;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.omnihall.hall.channel.ChannelClass;
import org.omnihall.hall.shell.Pages;
import org.omnihall.hall.shell.Slice;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

/** Gathers what the list of offerings and the page of one show. */
@Component
class OfferingPage {

    private final Offerings offerings;
    private final Prices prices;
    private final Businesses businesses;
    private final Permissions permissions;
    private final Pages pages;
    private final Clock clock;

    OfferingPage(
            Offerings offerings,
            Prices prices,
            Businesses businesses,
            Permissions permissions,
            Pages pages,
            Clock clock) {
        this.offerings = offerings;
        this.prices = prices;
        this.businesses = businesses;
        this.permissions = permissions;
        this.pages = pages;
        this.clock = clock;
    }

    View list(Slice<ProductOffering> slice) {
        Instant now = clock.instant();
        Map<String, PriceList> costs = new HashMap<>();
        slice.rows().forEach(one -> costs.put(one.code(), prices.of(one, now)));
        return pages.html("catalogue/offerings", Map.of("slice", slice, "prices", costs));
    }

    View of(ProductOffering offering) {
        Instant now = clock.instant();
        Business business = businesses.find(offering.business()).orElseThrow();
        Map<String, Object> shown = new HashMap<>();
        shown.put("offering", offering);
        shown.put("business", business);
        shown.put("now", now);
        shown.put("prices", prices.of(offering, now));
        shown.put("undiscounted", prices.undiscounted(offering, now));
        shown.put("allPrices", prices.all(offering.code()));
        shown.put("obstacles", obstacles(offering, now));
        shown.put("parts", named(offering));
        shown.put("bundles", offerings.shelf().bundlesWith(offering.code()).toList());
        shown.put("kinds", offerings.stepKinds());
        shown.put(
                "permissions",
                Arrays.stream(ChannelClass.values())
                        .map(one -> permissions.of(business.type(), one))
                        .toList());
        shown.put(
                "waysOn",
                offerings.all().stream()
                        .filter(one -> one.allows(LifeCycle.Action.ORDER)
                                && !one.code().equals(offering.code()))
                        .toList());
        return pages.html("catalogue/offering", shown);
    }

    /** What is in the way of the state that comes next, or of the one it is in. */
    private List<Obstacle> obstacles(ProductOffering offering, Instant now) {
        return switch (offering.state()) {
            case DESIGN, TRIAL -> offerings.obstacles(offering, LifeCycle.LAUNCH, now);
            case LAUNCH, GROWTH, MATURE -> offerings.obstacles(offering, offering.state(), now);
            case RETIRED -> List.of();
        };
    }

    private Map<BundlePart, ProductOffering> named(ProductOffering offering) {
        Map<BundlePart, ProductOffering> parts = new LinkedHashMap<>();
        offering.bundle()
                .parts()
                .forEach(part -> offerings.find(part.offering()).ifPresent(one -> parts.put(part, one)));
        return parts;
    }
}
