package org.omnihall.hall.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.omnihall.hall.catalogue.BuyerKind;
import org.omnihall.hall.catalogue.Characteristic;
import org.omnihall.hall.catalogue.LifeCycle;
import org.omnihall.hall.catalogue.OfferingBook;
import org.omnihall.hall.catalogue.OfferingChange;
import org.omnihall.hall.catalogue.Price;
import org.omnihall.hall.catalogue.Prices;
import org.omnihall.hall.catalogue.ProductFamily;
import org.omnihall.hall.catalogue.ProductOffering;
import org.omnihall.hall.channel.Channel;
import org.omnihall.hall.channel.ChannelBook;
import org.omnihall.hall.channel.ChannelChange;
import org.omnihall.hall.channel.ChannelId;
import org.omnihall.hall.channel.ChannelKind;
import org.omnihall.hall.channel.Channels;
import org.omnihall.hall.channel.SomeChannel;
import org.omnihall.hall.party.BillingAccount;
import org.omnihall.hall.party.BillingAccounts;
import org.omnihall.hall.party.Change;
import org.omnihall.hall.party.Companies;
import org.omnihall.hall.party.Company;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.party.PartyRef;
import org.omnihall.hall.party.UserLogin;
import org.omnihall.hall.party.UserLogins;
import org.springframework.context.ApplicationContext;

/** Companies with their people, offerings and channels, made for tests. */
public record World(ApplicationContext hall) {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** A café with one login that is everything but a buyer, and one that is nothing but a buyer. */
    public record Cafe(long id, long administrator, long buyer) {

        public Buyer.Firm by(long user) {
            return new Buyer.Firm(id, Optional.of(user));
        }

        public Buyer.Firm served() {
            return new Buyer.Firm(id, Optional.empty());
        }
    }

    /** A café without an account. */
    public Cafe cafe() {
        String name = "cafe" + NUMBER.incrementAndGet();
        long id = done(hall.getBean(Companies.class).add(Company.Facts.of(name, "/"), "LI"))
                .id();
        return new Cafe(
                id,
                user(id, name + ".li", UserLogin.Role.ADMIN, UserLogin.Role.FINANCE),
                user(id, name + ".wang", UserLogin.Role.BUYER));
    }

    private long user(long company, String login, UserLogin.Role... roles) {
        UserLogins.Draft draft =
                new UserLogins.Draft(company, login, login, new Msisdn("13857190160"), EnumSet.copyOf(List.of(roles)));
        return done(hall.getBean(UserLogins.class).register(draft, "tea Leaves 77 in the pot", "LI"))
                .id();
    }

    public long account(Cafe cafe, BillingAccount.Form form) {
        return done(hall.getBean(BillingAccounts.class).open(PartyRef.company(cafe.id()), "main", form, "LI"))
                .id();
    }

    /** An offering on sale whose plan is these steps; it may be tried, and asks for a mood. */
    public String offering(String business, long onceFen, long monthlyFen, String... plan) {
        Characteristic mood = new Characteristic("mood", "心情", "Mood", Characteristic.Type.TEXT, false, List.of());
        return offering(business, List.of(mood), onceFen, monthlyFen, plan);
    }

    public String offering(String business, List<Characteristic> asked, long onceFen, long monthlyFen, String... plan) {
        String code = "thing-" + NUMBER.incrementAndGet();
        ProductOffering wanted = new ProductOffering(
                code,
                new ProductOffering.Texts(code, code, "", ""),
                ProductFamily.BUSINESS_WLAN,
                business,
                LifeCycle.DESIGN,
                Set.of(BuyerKind.COMPANY, BuyerKind.PERSON),
                Optional.of(14),
                1,
                10,
                asked,
                List.of(plan),
                ProductOffering.Bundle.NONE,
                Optional.empty(),
                Instant.EPOCH);
        OfferingBook book = hall.getBean(OfferingBook.class);
        assertThat(book.add(wanted, "LI")).isInstanceOf(OfferingChange.Done.class);
        price(code, Price.Kind.ONE_TIME, onceFen);
        price(code, Price.Kind.MONTHLY, monthlyFen);
        assertThat(book.move(code, LifeCycle.LAUNCH, "LI")).isInstanceOf(OfferingChange.Done.class);
        return code;
    }

    public void price(String code, Price.Kind kind, long fen) {
        assertThat(hall.getBean(Prices.class).setNow(new Price(0, code, kind, "", fen, Instant.EPOCH), "LI"))
                .isInstanceOf(OfferingChange.Done.class);
    }

    public ChannelId channel(String code) {
        return hall.getBean(Channels.class).byCode(code).orElseThrow().id();
    }

    /** A new open channel of a kind. */
    public ChannelId channel(ChannelKind kind) {
        Channel wanted = SomeChannel.of("channel-" + NUMBER.incrementAndGet(), kind, "/");
        ChannelChange change = hall.getBean(ChannelBook.class).add(wanted, "LI");
        Channel made = ((ChannelChange.Done) change).channel();
        return made.id();
    }

    public Placing placing(Buyer buyer, ChannelId channel, Wish... wishes) {
        return new Placing(
                new Placing.Client("LI", UUID.randomUUID().toString()),
                buyer,
                Optional.empty(),
                channel,
                UUID.randomUUID(),
                List.of(wishes));
    }

    public Order placed(Buyer buyer, Wish... wishes) {
        Placement placement = hall.getBean(Orders.class).place(placing(buyer, channel("web-hall"), wishes));
        assertThat(placement).isInstanceOf(Placement.Placed.class);
        return ((Placement.Placed) placement).order();
    }

    public static Map<String, String> mood(String mood) {
        return Map.of("mood", mood);
    }

    private static <T> T done(Change<T> change) {
        assertThat(change).isInstanceOf(Change.Done.class);
        return ((Change.Done<T>) change).value();
    }
}
