package org.omnihall.bench.demo;

import java.io.IOException;
import java.io.StringReader;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.omnihall.hall.channel.Channel;
import org.omnihall.hall.channel.ChannelId;
import org.omnihall.hall.channel.Channels;
import org.omnihall.hall.ordering.Buyer;
import org.omnihall.hall.ordering.By;
import org.omnihall.hall.ordering.Order;
import org.omnihall.hall.ordering.OrderChange;
import org.omnihall.hall.ordering.OrderFilter;
import org.omnihall.hall.ordering.OrderState;
import org.omnihall.hall.ordering.Orders;
import org.omnihall.hall.ordering.Payment;
import org.omnihall.hall.ordering.Placement;
import org.omnihall.hall.ordering.Placing;
import org.omnihall.hall.ordering.Wish;
import org.omnihall.hall.party.BillingAccount;
import org.omnihall.hall.party.BillingAccounts;
import org.omnihall.hall.party.Change;
import org.omnihall.hall.party.Companies;
import org.omnihall.hall.party.Company;
import org.omnihall.hall.party.PartyRef;
import org.omnihall.hall.shell.Paging;

/** What the demo's companies bought already, over the counter of a store, and what they were billed before. */
final class Market {

    private static final String ACTOR = "demo";
    private static final String STORE = "hall-hz-1";
    private static final int BUYERS = 20;

    /** Those after them have not paid yet. */
    private static final int PAYERS = 15;

    private static final int KINDS = 5;
    private static final int MONTHS_BEFORE = 3;
    private static final String COLUMNS = "account,month,number,kind,offering,quantity,unit,yuan\n";

    private final RunningHall hall;
    private final Orders orders;

    Market(RunningHall hall) {
        this.hall = hall;
        this.orders = hall.bean(Orders.class);
    }

    /** To be called again at every start: a market that was held once is over. */
    void hold() throws IOException {
        if (!orders.list(OrderFilter.all("/"), Paging.first()).rows().isEmpty()) {
            return;
        }
        ChannelId store =
                hall.bean(Channels.class).byCode(STORE).map(Channel::id).orElseThrow();
        List<Company> companies = hall.bean(Companies.class)
                .search(Companies.Filter.all(City.PROVINCE), Paging.first())
                .rows();
        StringBuilder bills = new StringBuilder(COLUMNS);
        for (int i = 0; i < Math.min(BUYERS, companies.size()); i++) {
            bills.append(billed(open(companies.get(i)), i));
            buy(companies.get(i), i, store);
        }
        new TownImports(hall).take("bills", new StringReader(bills.toString()));
    }

    /** What BOSS says of an account's months before this one. */
    private static String billed(BillingAccount account, int index) {
        YearMonth now = YearMonth.now(Clock.system(City.ZONE));
        return IntStream.rangeClosed(1, MONTHS_BEFORE)
                .mapToObj(back -> "%d,%s,,MONTHLY,v-net,%d,,%d.00\n%1$d,%2$s,,USAGE,,%d,MINUTE,%d.60\n"
                        .formatted(
                                account.id(),
                                now.minusMonths(back),
                                10 + index,
                                (10 + index) * 5,
                                100 * index + 40 * back,
                                10 * index + 4 * back))
                .collect(Collectors.joining());
    }

    private void buy(Company company, int index, ChannelId store) {
        Placing placing = new Placing(
                new Placing.Client(ACTOR, "market " + company.id()),
                new Buyer.Firm(company.id(), Optional.empty()),
                Optional.empty(),
                store,
                UUID.randomUUID(),
                List.of(wish(company, index)));
        switch (orders.place(placing)) {
            case Placement.Placed placed -> {
                if (index < PAYERS) {
                    pay(placed.order(), By.staff(ACTOR, store));
                }
            }
            case Placement.Refused refused ->
                throw new IllegalStateException("the market is refused: " + company.name() + " " + refused);
        }
    }

    private BillingAccount open(Company company) {
        return switch (hall.bean(BillingAccounts.class)
                .open(PartyRef.company(company.id()), company.name(), BillingAccount.Form.POSTPAID, ACTOR)) {
            case Change.Done<BillingAccount> opened -> opened.value();
            case Change.Refused<BillingAccount> refused ->
                throw new IllegalStateException("the market is refused: " + company.name() + " " + refused);
        };
    }

    private static Wish wish(Company company, int index) {
        String name = company.name();
        return switch (index % KINDS) {
            case 0 ->
                Wish.add(
                        "business-wlan",
                        1,
                        Map.of(
                                "venueName",
                                name,
                                "street",
                                "解放路" + (100 + index) + "号",
                                "ssid",
                                "Shop-" + (100 + index),
                                "speedMbps",
                                "5"));
            case 1 -> Wish.add("enterprise-sms", 1, Map.of("signature", name.substring(2, 4)));
            case 2 -> Wish.add("v-net", 10 + index, Map.of("shortNumberDigits", "4"));
            case 3 -> Wish.trial("company-ring", 3, Map.of("toneTitle", "迎宾曲"));
            default -> Wish.add("location-check-in", 5, Map.of("managerNumber", "138571%05d".formatted(index + 1)));
        };
    }

    private void pay(Order order, By clerk) {
        if (order.state() == OrderState.PENDING_PAYMENT) {
            OrderChange paid =
                    orders.pay(order.id(), Payment.Method.STORE, order.dueNowFen(), "receipt " + order.id(), clerk);
            if (!(paid instanceof OrderChange.Done)) {
                throw new IllegalStateException("the market is refused: " + order.id() + " " + paid);
            }
        }
    }
}
