package org.omnihall.bench.cashier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.omnihall.bench.demo.RunningHall;
import org.omnihall.hall.catalogue.BuyerKind;
import org.omnihall.hall.catalogue.LifeCycle;
import org.omnihall.hall.catalogue.OfferingBook;
import org.omnihall.hall.catalogue.OfferingChange;
import org.omnihall.hall.catalogue.Price;
import org.omnihall.hall.catalogue.Prices;
import org.omnihall.hall.catalogue.ProductFamily;
import org.omnihall.hall.catalogue.ProductOffering;
import org.omnihall.hall.channel.ChannelId;
import org.omnihall.hall.channel.Channels;
import org.omnihall.hall.ordering.Buyer;
import org.omnihall.hall.ordering.By;
import org.omnihall.hall.ordering.Order;
import org.omnihall.hall.ordering.Orders;
import org.omnihall.hall.ordering.Placement;
import org.omnihall.hall.ordering.Placing;
import org.omnihall.hall.ordering.Wish;
import org.omnihall.hall.party.BillingAccount;
import org.omnihall.hall.party.BillingAccounts;
import org.omnihall.hall.party.Change;
import org.omnihall.hall.party.Companies;
import org.omnihall.hall.party.Company;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.party.PartyRef;
import org.omnihall.hall.party.UserLogin;
import org.omnihall.hall.party.UserLogins;

/** A café whose login for money has orders to pay. */
record Shop(RunningHall hall, long company, long finance, String offering) {

    static final long DUE = 12_345;

    static Shop open(RunningHall hall) {
        long company = done(hall.bean(Companies.class).add(Company.Facts.of("咖啡馆", "/"), "test"))
                .id();
        done(hall.bean(BillingAccounts.class)
                .open(PartyRef.company(company), "main", BillingAccount.Form.POSTPAID, "test"));
        long finance = done(hall.bean(UserLogins.class)
                        .register(
                                new UserLogins.Draft(
                                        company,
                                        "money.li",
                                        "LI",
                                        new Msisdn("13857190160"),
                                        EnumSet.of(UserLogin.Role.ADMIN, UserLogin.Role.FINANCE)),
                                "tea Leaves 77 in the pot",
                                "test"))
                .id();
        ProductOffering wanted = new ProductOffering(
                "paid-first",
                new ProductOffering.Texts("先付后用", "Paid first", "", ""),
                ProductFamily.BUSINESS_WLAN,
                "order-standard",
                LifeCycle.DESIGN,
                Set.of(BuyerKind.COMPANY),
                Optional.empty(),
                1,
                10,
                List.of(),
                List.of("wlan.page"),
                ProductOffering.Bundle.NONE,
                Optional.empty(),
                Instant.EPOCH);
        done(hall.bean(OfferingBook.class).add(wanted, "test"));
        for (Price.Kind kind : List.of(Price.Kind.ONE_TIME, Price.Kind.MONTHLY)) {
            done(hall.bean(Prices.class)
                    .setNow(
                            new Price(
                                    0,
                                    "paid-first",
                                    kind,
                                    "",
                                    kind == Price.Kind.ONE_TIME ? DUE : 9_900,
                                    Instant.EPOCH),
                            "test"));
        }
        done(hall.bean(OfferingBook.class).move("paid-first", LifeCycle.LAUNCH, "test"));
        return new Shop(hall, company, finance, "paid-first");
    }

    Order order() {
        Placement placement = hall.bean(Orders.class)
                .place(new Placing(
                        new Placing.Client("test", UUID.randomUUID().toString()),
                        new Buyer.Firm(company, Optional.of(finance)),
                        Optional.empty(),
                        web(),
                        UUID.randomUUID(),
                        List.of(Wish.add(offering, 1, Map.of()))));
        assertThat(placement).isInstanceOf(Placement.Placed.class);
        return ((Placement.Placed) placement).order();
    }

    By money() {
        return new By("money.li", Optional.of(finance), web());
    }

    private ChannelId web() {
        return hall.bean(Channels.class).byCode("web-hall").orElseThrow().id();
    }

    private static <T> T done(Change<T> change) {
        assertThat(change).isInstanceOf(Change.Done.class);
        return ((Change.Done<T>) change).value();
    }

    private static void done(OfferingChange change) {
        assertThat(change).isInstanceOf(OfferingChange.Done.class);
    }
}
