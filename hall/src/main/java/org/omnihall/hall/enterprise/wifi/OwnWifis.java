package org.omnihall.hall.enterprise.wifi;

import java.util.List;
import java.util.Optional;
import org.omnihall.hall.enterprise.HallPages;
import org.omnihall.hall.enterprise.Member;
import org.omnihall.hall.enterprise.shop.CompanyOrders;
import org.omnihall.hall.ordering.ProductState;
import org.omnihall.hall.shell.Paging;
import org.springframework.stereotype.Component;

/** The Venues of a company: those that its own products opened, and no other. */
@Component
class OwnWifis {

    private final CompanyOrders orders;

    OwnWifis(CompanyOrders orders) {
        this.orders = orders;
    }

    List<OwnWifi> of(Member member) {
        return orders.products(member, Optional.of(ProductState.ACTIVE), Paging.first()).rows().stream()
                .flatMap(product -> OwnWifi.of(product).stream())
                .toList();
    }

    OwnWifi find(Member member, long product) {
        return OwnWifi.of(orders.product(member, product)).orElseThrow(HallPages::notFound);
    }
}
