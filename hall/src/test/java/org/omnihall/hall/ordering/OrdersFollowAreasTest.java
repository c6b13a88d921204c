package org.omnihall.hall.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omnihall.hall.party.Town.done;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.AnyRow;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.party.AreaChange;
import org.omnihall.hall.party.Areas;
import org.omnihall.hall.party.Companies;
import org.omnihall.hall.party.Company;
import org.omnihall.hall.shell.Paging;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Orders and products go with the Area of their company. */
@HallTest
@Import(Deeds.class)
@TestPropertySource(properties = {"omnihall.ordering.poll=20ms", "omnihall.ordering.first-pause=20ms"})
class OrdersFollowAreasTest {

    private final World world;
    private final Errands errands;
    private final Orders orders;
    private final Products products;
    private final Companies companies;
    private final Areas areas;
    private final JdbcClient db;

    @Autowired
    OrdersFollowAreasTest(ApplicationContext hall) {
        this.world = new World(hall);
        this.errands = new Errands(hall);
        this.orders = hall.getBean(Orders.class);
        this.products = hall.getBean(Products.class);
        this.companies = hall.getBean(Companies.class);
        this.areas = hall.getBean(Areas.class);
        this.db = hall.getBean(JdbcClient.class);
    }

    @Test
    void followAnAreaThatMovedAndNoOther() {
        assertThat(AnyRow.tablesWith(db, "ordering", "area_path"))
                .containsExactlyInAnyOrder(
                        "ordering.customer_order",
                        "ordering.product",
                        "ordering.bill_cycle",
                        "ordering.bill",
                        "ordering.bill_rate");
        areas.add("/", "ofa", "ofa", "test");
        areas.add("/", "ofb", "ofb", "test");
        areas.add("/ofa/", "lake", "lake", "test");
        areas.add("/ofa/", "lakeside", "lakeside", "test");
        Order waiting = waiting("/ofa/lake/");
        Order other = waiting("/ofa/lakeside/");
        Product product = product("/ofa/lake/");
        long version = version(product);
        assertThat(areas.move("/ofa/lake/", "/ofb/", "test")).isInstanceOf(AreaChange.Done.class);
        Order moved = orders.find(waiting.id()).orElseThrow();
        assertThat(moved.areaPath()).isEqualTo("/ofb/lake/");
        assertThat(moved.version()).isEqualTo(waiting.version() + 1);
        assertThat(orders.list(OrderFilter.all("/ofb/"), Paging.first()).rows())
                .extracting(Order::id)
                .contains(waiting.id());
        assertThat(products.find(product.id()).orElseThrow().areaPath()).isEqualTo("/ofb/lake/");
        assertThat(version(product)).isEqualTo(version + 1);
        assertThat(orders.find(other.id())).contains(other);
    }

    private Order waiting(String areaPath) {
        String line = world.offering(Errands.SIMPLE, 500, 0, "test.one");
        return world.placed(company(areaPath), Wish.add(line, 1, Map.of()));
    }

    private Product product(String areaPath) {
        String line = world.offering(Errands.SIMPLE, 0, 0, "test.one");
        return errands.productOf(errands.completed(world.placed(company(areaPath), Wish.add(line, 1, Map.of()))));
    }

    private Buyer company(String areaPath) {
        String name = "mover-" + world.cafe().id();
        return new Buyer.Firm(
                done(companies.add(Company.Facts.of(name, areaPath), "test")).id(), Optional.empty());
    }

    private long version(Product product) {
        return db.sql("select version from ordering.product where id = ?")
                .param(product.id())
                .query(Long.class)
                .single();
    }
}
