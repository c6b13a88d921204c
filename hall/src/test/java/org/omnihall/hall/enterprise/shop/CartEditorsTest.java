package org.omnihall.hall.enterprise.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.ConsoleBrowser;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.enterprise.Street;
import org.omnihall.hall.ordering.Buyer;
import org.omnihall.hall.ordering.Carts;
import org.omnihall.hall.ordering.Order;
import org.omnihall.hall.ordering.OrderItem;
import org.omnihall.hall.ordering.Orders;
import org.omnihall.hall.ordering.Placement;
import org.omnihall.hall.ordering.Wish;
import org.omnihall.hall.ordering.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Two people in one cart, at the same time (requirement D3). */
@HallTest
class CartEditorsTest {

    private final World world;
    private final Street street;
    private final Carts carts;
    private final Orders orders;

    @Autowired
    CartEditorsTest(@LocalServerPort int port, ApplicationContext hall) {
        this.world = new World(hall);
        this.street = new Street(hall, port);
        this.carts = hall.getBean(Carts.class);
        this.orders = hall.getBean(Orders.class);
    }

    @Test
    void keepsWhatBothPutIn() throws InterruptedException, ExecutionException {
        Street.Shopkeeper li = street.opened("Two Editors");
        String wifi = world.offering("order-standard", 0, 9_900, "wlan.venue");
        Order cart = begun(li, wifi);
        List<Callable<Integer>> editors = new ArrayList<>();
        for (int one = 0; one < 4; one++) {
            String mood = "mood " + one;
            ConsoleBrowser browser = street.signedIn(li.login(), Street.PASSWORD);
            editors.add(() -> browser.post(
                            "/enterprise/offerings/" + wifi + "/take",
                            "cart",
                            Long.toString(cart.id()),
                            "quantity",
                            "1",
                            "answer.mood",
                            mood)
                    .statusCode());
        }
        assertThat(together(editors)).containsOnly(302);
        assertThat(items(cart))
                .extracting(item -> item.answers().getOrDefault("mood", "begun"))
                .containsExactlyInAnyOrder("begun", "mood 0", "mood 1", "mood 2", "mood 3");
    }

    @Test
    void changesAnItemWhileAnotherIsRemoved() {
        Street.Shopkeeper li = street.opened("Patient Editor");
        String wifi = world.offering("order-standard", 0, 9_900, "wlan.venue");
        Order cart = begun(li, wifi, Wish.add(wifi, 2, Map.of()), Wish.add(wifi, 3, Map.of()));
        String at = "/enterprise/carts/" + cart.id() + "/items/";
        long changed = cart.items().get(1).id();
        long removed = cart.items().get(2).id();
        assertThat(ConsoleBrowser.location(li.browser().post(at + removed + "/remove")))
                .isEqualTo("/enterprise/carts/" + cart.id());
        assertThat(li.browser().post(at + changed, "quantity", "7").statusCode())
                .isEqualTo(302);
        assertThat(items(cart)).extracting(OrderItem::quantity).containsExactly(1, 7);
        assertThat(li.browser().post(at + changed, "quantity", "8").statusCode())
                .as("it is another item now")
                .isEqualTo(404);
        assertThat(items(cart)).extracting(OrderItem::quantity).containsExactly(1, 7);
    }

    private Order begun(Street.Shopkeeper li, String wifi, Wish... more) {
        List<Wish> wishes = new ArrayList<>(List.of(Wish.add(wifi, 1, Map.of())));
        wishes.addAll(List.of(more));
        Placement placement = carts.begin(world.placing(
                new Buyer.Firm(li.company(), Optional.empty()),
                world.channel("web-hall"),
                wishes.toArray(Wish[]::new)));
        return ((Placement.Placed) placement).order();
    }

    private List<OrderItem> items(Order cart) {
        return orders.find(cart.id()).orElseThrow().items();
    }

    private static <T> List<T> together(List<Callable<T>> tasks) throws InterruptedException, ExecutionException {
        List<T> done = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<T> one : threads.invokeAll(tasks)) {
                done.add(one.get());
            }
        }
        return done;
    }
}
