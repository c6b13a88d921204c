package org.omnihall.hall.enterprise.wifi;

import org.omnihall.hall.enterprise.HallPages;
import org.omnihall.hall.enterprise.Member;
import org.omnihall.hall.enterprise.shop.CompanyOrders;
import org.omnihall.hall.ordering.Product;
import org.omnihall.hall.shell.Paging;
import org.omnihall.hall.shell.Slice;
import org.springframework.stereotype.Component;

/** The Venues of a company: those that its own products opened, and no other. */
@Component
class OwnWifis {

    private final CompanyOrders orders;

    OwnWifis(CompanyOrders orders) {
        this.orders = orders;
    }

    /** A page of them, in the order in which they were bought. */
    Slice<OwnWifi> of(Member member, Paging paging) {
        Slice<Product> page = orders.working(member, OwnWifi.PLACE, paging);
        return new Slice<>(
                page.rows().stream()
                        .flatMap(product -> OwnWifi.of(product).stream())
                        .toList(),
                page.previous(),
                page.next());
    }

    OwnWifi find(Member member, long product) {
        return OwnWifi.of(orders.product(member, product)).orElseThrow(HallPages::notFound);
    }
}
