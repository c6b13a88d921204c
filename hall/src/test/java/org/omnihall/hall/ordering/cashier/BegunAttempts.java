package org.omnihall.hall.ordering.cashier;

import java.net.URI;
import java.time.Clock;
import java.util.Map;
import org.omnihall.hall.ordering.By;
import org.omnihall.hall.ordering.Cashiers;
import org.omnihall.hall.ordering.Order;
import org.omnihall.hall.ordering.Orders;
import org.omnihall.hall.ordering.PaymentAttempt.State;
import org.omnihall.hall.ordering.Wish;
import org.omnihall.hall.ordering.World;
import org.omnihall.hall.party.BillingAccount;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/** Orders whose payment has begun at a cashier that answers nobody. */
@TestPropertySource(properties = "omnihall.cashier.in-flight=0")
abstract class BegunAttempts {

    static final long DUE = 12_300;
    static final String DOOR = "/pay/callback/sandbox";

    final ApplicationContext hall;
    final World world;
    final Orders orders;
    final Cashiers cashiers;
    final PaymentAttempts attempts;
    final AttemptTable table;
    final CashierSettings settings;
    final Clock clock;

    BegunAttempts(ApplicationContext hall) {
        this.hall = hall;
        this.world = new World(hall);
        this.orders = hall.getBean(Orders.class);
        this.cashiers = hall.getBean(Cashiers.class);
        this.attempts = hall.getBean(PaymentAttempts.class);
        this.table = hall.getBean(AttemptTable.class);
        this.settings = hall.getBean(CashierSettings.class);
        this.clock = hall.getBean(Clock.class);
        hall.getBean(TillBook.class).put(SomeTills.sandbox("sandbox"), "LI");
    }

    record Begun(Order order, String number) {}

    Begun begun() {
        World.Cafe cafe = world.cafe();
        world.account(cafe, BillingAccount.Form.POSTPAID);
        String wifi = world.offering("order-standard", DUE, 9_900, "wlan.profile");
        Order order = world.placed(cafe.by(cafe.buyer()), Wish.add(wifi, 1, Map.of()));
        String number = "OH" + order.id() + "x" + cafe.id();
        Charge charge = new Charge(
                number,
                DUE,
                "test",
                URI.create("http://localhost" + DOOR),
                URI.create("http://localhost/back"),
                clock.instant().plus(settings.life()));
        attempts.begin(charge, order.id(), SomeTills.sandbox("sandbox"), By.staff("LI", order.channel()));
        return new Begun(order, number);
    }

    State state(Begun begun) {
        return table.find(begun.number()).orElseThrow().state();
    }

    static By clerk(Begun begun) {
        return By.staff("clerk", begun.order().channel());
    }
}
