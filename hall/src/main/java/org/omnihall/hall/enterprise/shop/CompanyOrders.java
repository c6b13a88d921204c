package org.omnihall.hall.enterprise.shop;

import java.util.List;
import java.util.Optional;
import org.omnihall.hall.enterprise.HallPages;
import org.omnihall.hall.enterprise.Member;
import org.omnihall.hall.ordering.Order;
import org.omnihall.hall.ordering.OrderFilter;
import org.omnihall.hall.ordering.OrderState;
import org.omnihall.hall.ordering.Orders;
import org.omnihall.hall.ordering.Product;
import org.omnihall.hall.ordering.ProductFilter;
import org.omnihall.hall.ordering.ProductState;
import org.omnihall.hall.ordering.Products;
import org.omnihall.hall.shell.Paging;
import org.omnihall.hall.shell.Slice;
import org.springframework.stereotype.Component;

/** A company's own carts, orders and products: what is another's is not there. */
@Component
public class CompanyOrders {

    private final Orders orders;
    private final Products products;

    CompanyOrders(Orders orders, Products products) {
        this.orders = orders;
        this.products = products;
    }

    Order cart(Member member, long id) {
        return orders.find(id)
                .filter(order -> member.owns(order.buyer()) && order.state() == OrderState.DRAFT)
                .orElseThrow(HallPages::notFound);
    }

    Order order(Member member, long id) {
        return orders.find(id).filter(order -> member.owns(order.buyer())).orElseThrow(HallPages::notFound);
    }

    public Product product(Member member, long id) {
        return products.find(id).filter(product -> member.owns(product.buyer())).orElseThrow(HallPages::notFound);
    }

    /** The first page of those in a state, the newest first. */
    List<Order> in(Member member, OrderState state) {
        return list(member, Optional.of(state), Paging.first()).rows();
    }

    Slice<Order> list(Member member, Optional<OrderState> state, Paging paging) {
        OrderFilter filter = new OrderFilter(
                "/",
                state,
                Optional.of(member.company().id()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return orders.list(filter, paging);
    }

    Slice<Product> products(Member member, Optional<ProductState> state, Paging paging) {
        return products(member, state, Optional.empty(), paging);
    }

    /** Those that work, and of which the fulfilment told something of this name. */
    public Slice<Product> working(Member member, String told, Paging paging) {
        return products(member, Optional.of(ProductState.ACTIVE), Optional.of(told), paging);
    }

    private Slice<Product> products(Member member, Optional<ProductState> state, Optional<String> told, Paging paging) {
        ProductFilter filter = new ProductFilter(
                "/", state, Optional.of(member.company().id()), Optional.empty(), Optional.empty(), false, told);
        return products.list(filter, paging);
    }
}
