package org.omnihall.hall.enterprise.shop;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.omnihall.hall.catalogue.BuyerKind;
import org.omnihall.hall.catalogue.Completion;
import org.omnihall.hall.catalogue.Offerings;
import org.omnihall.hall.catalogue.Permissions;
import org.omnihall.hall.catalogue.Prices;
import org.omnihall.hall.catalogue.ProductFamily;
import org.omnihall.hall.catalogue.ProductOffering;
import org.omnihall.hall.channel.Channel;
import org.omnihall.hall.enterprise.EnterpriseChannel;
import org.springframework.stereotype.Component;

/** What is on sale for companies now. */
@Component
class Wares {

    /** What companies can try and order at a moment, by code: found out once for all wares of a page. */
    private record Open(Instant at, Channel here, Set<String> tryable, Set<String> orderable) {}

    private final Offerings offerings;
    private final Prices prices;
    private final Permissions permissions;
    private final EnterpriseChannel channel;
    private final Clock clock;

    Wares(Offerings offerings, Prices prices, Permissions permissions, EnterpriseChannel channel, Clock clock) {
        this.offerings = offerings;
        this.prices = prices;
        this.permissions = permissions;
        this.channel = channel;
        this.clock = clock;
    }

    /** All of them by family, families and offerings in their order. */
    Map<ProductFamily, List<Ware>> byFamily() {
        Open open = open();
        return offerings.all().stream()
                .map(offering -> ware(offering, open))
                .filter(ware -> ware.tryable() || ware.orderable())
                .collect(Collectors.groupingBy(ware -> ware.offering().family(), TreeMap::new, Collectors.toList()));
    }

    /** One that a company can order or try now; nothing else is shown to anybody. */
    Optional<Ware> find(String code) {
        Open open = open();
        return offerings
                .find(code)
                .map(offering -> ware(offering, open))
                .filter(ware -> ware.tryable() || ware.orderable());
    }

    /** Whatever its state: what somebody has bought has a name after it left the market. */
    Optional<ProductOffering> known(String code) {
        return offerings.find(code);
    }

    Map<String, String> names(Locale language) {
        return offerings.names(language);
    }

    private Open open() {
        Instant now = clock.instant();
        return new Open(
                now,
                channel.now(),
                codes(offerings.tryable(now, BuyerKind.COMPANY)),
                codes(offerings.sellable(now, BuyerKind.COMPANY)));
    }

    private static Set<String> codes(List<ProductOffering> some) {
        return some.stream().map(ProductOffering::code).collect(Collectors.toSet());
    }

    private Ware ware(ProductOffering offering, Open open) {
        Map<String, Integer> parts = new LinkedHashMap<>();
        offering.bundle().parts().forEach(part -> parts.put(part.offering(), part.quantity()));
        return new Ware(
                offering,
                prices.of(offering, open.at()),
                open.tryable().contains(offering.code()),
                open.orderable().contains(offering.code()),
                permissions.mayComplete(offering, open.here()) instanceof Completion.Allowed,
                parts);
    }
}
