package org.omnihall.bench.order;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.omnihall.bench.demo.RunningHall;
import org.omnihall.hall.catalogue.BuyerKind;
import org.omnihall.hall.catalogue.Characteristic;
import org.omnihall.hall.catalogue.LifeCycle;
import org.omnihall.hall.catalogue.OfferingBook;
import org.omnihall.hall.catalogue.OfferingChange;
import org.omnihall.hall.catalogue.Price;
import org.omnihall.hall.catalogue.Prices;
import org.omnihall.hall.catalogue.ProductFamily;
import org.omnihall.hall.catalogue.ProductOffering;
import org.omnihall.hall.openapi.ApiClient;
import org.omnihall.hall.openapi.clients.ApiClients;
import org.omnihall.hall.party.BillingAccount;
import org.omnihall.hall.party.BillingAccounts;
import org.omnihall.hall.party.Change;
import org.omnihall.hall.party.Companies;
import org.omnihall.hall.party.Company;
import org.omnihall.hall.party.PartyRef;
import org.omnihall.hall.shell.Right;

/** Furnishes a hall with what orders need, through the doors that people use: a company with its account, offerings, a client. */
public final class Shop {

    /** What a business Wi-Fi asks of its buyer. */
    private static final List<String> ASKED = List.of("venueName", "street", "ssid", "speedMbps", "homePage");

    private static final String CHANNEL = "web-hall";
    private static final String ACTOR = "shop";
    private static final long MONTHLY_FEN = 9_900;

    private final RunningHall hall;

    public Shop(RunningHall hall) {
        this.hall = hall;
    }

    /** A company that pays by the month; its id. */
    public long company(String name) {
        long id = done(hall.bean(Companies.class).add(Company.Facts.of(name, "/"), ACTOR))
                .id();
        done(hall.bean(BillingAccounts.class).open(PartyRef.company(id), "main", BillingAccount.Form.POSTPAID, ACTOR));
        return id;
    }

    /** An offering on sale, whose orders are made real by these steps. */
    public void offer(String code, String... plan) {
        List<Characteristic> asked = ASKED.stream()
                .map(name -> new Characteristic(name, name, name, Characteristic.Type.TEXT, false, List.of()))
                .toList();
        OfferingBook book = hall.bean(OfferingBook.class);
        done(book.add(
                new ProductOffering(
                        code,
                        new ProductOffering.Texts(code, code, "", ""),
                        ProductFamily.BUSINESS_WLAN,
                        "order-standard",
                        LifeCycle.DESIGN,
                        Set.of(BuyerKind.COMPANY),
                        Optional.empty(),
                        1,
                        10,
                        asked,
                        Arrays.asList(plan),
                        ProductOffering.Bundle.NONE,
                        Optional.empty(),
                        Instant.EPOCH),
                ACTOR));
        Price price = new Price(0, code, Price.Kind.MONTHLY, "", MONTHLY_FEN, Instant.EPOCH);
        done(hall.bean(Prices.class).setNow(price, ACTOR));
        done(book.move(code, LifeCycle.LAUNCH, ACTOR));
    }

    /** A client of the interfaces that orders on the web hall's behalf; its token. */
    public String client(String name) {
        return hall.bean(ApiClients.class)
                .add(
                        new ApiClient(name, EnumSet.of(Right.ORDER_SEE, Right.ORDER_CHANGE), "/", Optional.of(CHANNEL)),
                        ACTOR)
                .orElseThrow();
    }

    private static <T> T done(Change<T> change) {
        return switch (change) {
            case Change.Done<T> done -> done.value();
            case Change.Refused<T> refused -> throw new IllegalStateException("the shop is refused: " + refused);
        };
    }

    private static void done(OfferingChange change) {
        if (!(change instanceof OfferingChange.Done)) {
            throw new IllegalStateException("the shop is refused: " + change);
        }
    }
}
