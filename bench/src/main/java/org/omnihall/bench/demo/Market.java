package org.omnihall.bench.demo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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

/** What the demo's companies bought already, over the counter of a store. */
final class Market {

    private static final String ACTOR = "demo";
    private static final String STORE = "hall-hz-1";
    private static final int BUYERS = 20;

    /** Those after them have not paid yet. */
    private static final int PAYERS = 15;

    private static final int KINDS = 5;

    private final RunningHall hall;
    private final Orders orders;

    Market(RunningHall hall) {
        this.hall = hall;
        this.orders = hall.bean(Orders.class);
    }

    /** To be called again at every start: a market that was held once is over. */
    void hold() {
        if (!orders.list(OrderFilter.all("/"), Paging.first()).rows().isEmpty()) {
            return;
        }
        ChannelId store = hall.bean(Channels.class).byCode(STORE).map(Channel::id).orElseThrow();
        List<Company> companies = hall.bean(Companies.class)
                .search(Companies.Filter.all(City.PROVINCE), Paging.first())
                .rows();
        for (int i = 0; i < Math.min(BUYERS, companies.size()); i++) {
            buy(companies.get(i), i, store);
        }
    }

    private void buy(Company company, int index, ChannelId store) {
        open(company);
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

    private void open(Company company) {
        Change<BillingAccount> opened = hall.bean(BillingAccounts.class)
                .open(PartyRef.company(company.id()), company.name(), BillingAccount.Form.POSTPAID, ACTOR);
        if (opened instanceof Change.Refused<BillingAccount> refused) {
            throw new IllegalStateException("the market is refused: " + company.name() + " " + refused);
        }
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
            OrderChange paid = orders.pay(
                    order.id(), Payment.Method.STORE, order.dueNowFen(), "receipt " + order.id(), clerk);
            if (!(paid instanceof OrderChange.Done)) {
                throw new IllegalStateException("the market is refused: " + order.id() + " " + paid);
            }
        }
    }
}
