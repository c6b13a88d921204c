package org.omnihall.hall.ordering.screens;

import org.omnihall.hall.shell.NavigationEntry;
import org.omnihall.hall.shell.NavigationEntry.Group;
import org.omnihall.hall.shell.Right;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The lines of the side bar that lead to orders and products. */
@Configuration
class OrderingNavigation {

    @Bean
    static NavigationEntry ordersLine() {
        return new NavigationEntry(
                "/orders", "ordering.orders.title", "clipboard-list", Right.ORDER_SEE, Group.PRODUCTS, 50);
    }

    @Bean
    static NavigationEntry productsLine() {
        return new NavigationEntry(
                "/products", "ordering.products.title", "list-details", Right.ORDER_SEE, Group.PRODUCTS, 60);
    }
}
