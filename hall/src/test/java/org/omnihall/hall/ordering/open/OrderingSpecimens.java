package org.omnihall.hall.ordering.open;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.omnihall.hall.Eventually;
import org.omnihall.hall.catalogue.Characteristic;
import org.omnihall.hall.channel.ChannelKind;
import org.omnihall.hall.intake.ImportKind;
import org.omnihall.hall.openapi.Specimen;
import org.omnihall.hall.ordering.By;
import org.omnihall.hall.ordering.Carts;
import org.omnihall.hall.ordering.Order;
import org.omnihall.hall.ordering.OrderState;
import org.omnihall.hall.ordering.Orders;
import org.omnihall.hall.ordering.Payment;
import org.omnihall.hall.ordering.Placement;
import org.omnihall.hall.ordering.Wish;
import org.omnihall.hall.ordering.World;
import org.omnihall.hall.party.BillingAccount;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionOperations;

/** Orders to be posted, and three of everything that follows from orders. */
public final class OrderingSpecimens implements Specimen.Source {

    private static final String ROOT = "/tmf-api/";

    @Override
    public Map<String, Specimen> of(ApplicationContext hall) {
        World world = new World(hall);
        World.Cafe cafe = world.cafe();
        world.account(cafe, BillingAccount.Form.POSTPAID);
        Characteristic name = new Characteristic("venueName", "名称", "Name", Characteristic.Type.TEXT, true, List.of());
        String thing = world.offering("order-standard", List.of(name), 100, 990, "wlan.venue");
        By clerk = By.staff("clerk", world.channel(ChannelKind.HALL));
        for (int i = 1; i <= 3; i++) {
            Wish wish = Wish.add(thing, i, Map.of("venueName", "Specimen " + i));
            cart(hall, world, cafe, wish);
            Order quote = cart(hall, world, cafe, wish);
            hall.getBean(Carts.class)
                    .quote(quote.id(), hall.getBean(Clock.class).instant().plus(Duration.ofDays(i)), clerk);
            Order order = world.placed(cafe.served(), wish);
            hall.getBean(Orders.class).pay(order.id(), Payment.Method.STORE, order.dueNowFen(), "slip " + i, clerk);
            Eventually.holds(
                    "order " + order.id() + " is done",
                    () -> hall.getBean(Orders.class)
                                    .find(order.id())
                                    .orElseThrow()
                                    .state()
                            == OrderState.COMPLETED);
        }
        bills(hall, world, cafe);
        Map<String, Specimen> specimens = new HashMap<>();
        specimens.put(ROOT + "customerBillManagement/v4/customerBill", Specimen.readOnly());
        specimens.put(ROOT + "customerBillManagement/v4/appliedCustomerBillingRate", Specimen.readOnly());
        specimens.put(ROOT + "shoppingCart/v4/shoppingCart", Specimen.readOnly());
        specimens.put(ROOT + "quoteManagement/v4/quote", Specimen.readOnly());
        specimens.put(ROOT + "productInventory/v4/product", Specimen.readOnly());
        specimens.put(ROOT + "payment/v4/payment", Specimen.readOnly());
        specimens.put(
                ROOT + "productOrderingManagement/v4/productOrder",
                Specimen.of("", posted(cafe, thing, 1), posted(cafe, thing, 2), posted(cafe, thing, 3)));
        return specimens;
    }

    /** Three bills by the file that BOSS sends. */
    private static void bills(ApplicationContext hall, World world, World.Cafe cafe) {
        long account = world.account(cafe, BillingAccount.Form.POSTPAID);
        ImportKind kind = hall.getBeansOfType(ImportKind.class).values().stream()
                .filter(one -> one.name().equals("bills"))
                .findFirst()
                .orElseThrow();
        hall.getBean(TransactionOperations.class).executeWithoutResult(status -> {
            ImportKind.Loading loading = kind.begin("specimens");
            for (int month = 1; month <= 3; month++) {
                String id = Long.toString(account);
                loading.take(List.of(
                        new ImportKind.Line(
                                month, List.of(id, "2026-0" + month, "", "MONTHLY", "thing", "1", "", month + "0.50")),
                        new ImportKind.Line(
                                month, List.of(id, "2026-0" + month, "", "USAGE", "thing", "7", "GB", month + ".25"))));
            }
            loading.finish();
        });
    }

    private static Order cart(ApplicationContext hall, World world, World.Cafe cafe, Wish wish) {
        return ((Placement.Placed)
                        hall.getBean(Carts.class).begin(world.placing(cafe.served(), world.channel("web-hall"), wish)))
                .order();
    }

    private static String posted(World.Cafe cafe, String thing, int quantity) {
        return """
                {"description": "order %d", "channel": [{"id": "web-hall"}],
                 "relatedParty": [{"id": "%d", "role": "customer", "@referredType": "Organization"}],
                 "productOrderItem": [{"id": "1", "action": "add", "quantity": %d, "productOffering": {"id": "%s"},
                    "product": {"productCharacteristic": [{"name": "venueName", "value": "Posted"}]}}]}""".formatted(quantity, cafe.id(), quantity, thing);
    }
}
