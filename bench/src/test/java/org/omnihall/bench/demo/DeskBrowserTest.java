package org.omnihall.bench.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.omnihall.hall.catalogue.BuyerKind;
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
import org.omnihall.hall.channel.ChannelStatus;
import org.omnihall.hall.channel.Channels;
import org.omnihall.hall.channel.OpeningHours;
import org.omnihall.hall.channel.Ownership;
import org.omnihall.hall.channel.Relation;
import org.omnihall.hall.channel.RelationKind;
import org.omnihall.hall.channel.Relations;
import org.omnihall.hall.channel.ServiceTerms;
import org.omnihall.hall.decision.SlotChoices;
import org.omnihall.hall.decision.SlotItem;
import org.omnihall.hall.decision.SlotPlace;
import org.omnihall.hall.interaction.Cards;
import org.omnihall.hall.interaction.Contact;
import org.omnihall.hall.interaction.ContactKind;
import org.omnihall.hall.interaction.Contacts;
import org.omnihall.hall.interaction.CustomerValue;
import org.omnihall.hall.ordering.Buyer;
import org.omnihall.hall.ordering.Carts;
import org.omnihall.hall.ordering.Placing;
import org.omnihall.hall.ordering.Wish;
import org.omnihall.hall.party.Change;
import org.omnihall.hall.party.Individual;
import org.omnihall.hall.party.Individuals;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.party.Parties;
import org.omnihall.hall.party.Subscribers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** A clerk finds a customer, offers him what the slot chose, orders it, and hands him over to the hotline, which goes on. */
@ExtendWith(BrowserRing.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskBrowserTest {

    private static final String PASSWORD = "a quiet Lake of 2026";
    private static final String ACTOR = "test";
    private static final String STORE = "hall-westlake";
    private static final String OFFERING = "home-wlan";

    private final OpenTown town;
    private final Chromium chromium;

    DeskBrowserTest(OpenTown town, Chromium chromium) {
        this.town = town;
        this.chromium = chromium;
    }

    @BeforeAll
    void openTheStore() {
        staff("desk-clerk", "王晓燕", "clerk");
        staff("desk-hotline", "Li Ming", "hotline");
        Channel store = new Channel(
                new ChannelId(0),
                STORE,
                "西湖营业厅",
                ChannelKind.HALL,
                "/",
                "West Lake hall",
                Ownership.OPERATOR,
                Optional.empty(),
                "",
                ChannelStatus.OPEN,
                new ServiceTerms(OpeningHours.ALWAYS, Optional.empty(), 1200));
        assertThat(bean(ChannelBook.class).add(store, ACTOR)).isInstanceOf(ChannelChange.Done.class);
        assertThat(bean(Relations.class)
                        .declare(
                                new Relation(0, id(STORE), id("hotline"), RelationKind.SUBSTITUTE, Optional.empty()),
                                ACTOR))
                .isInstanceOf(ChannelChange.Done.class);
        offer();
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, '', 13857190611, 李明", "en-US, -en, 13857190612, 李芳"})
    void servesACustomerAndHandsHimOver(String language, String suffix, String number, String name) {
        long customer = customer(new Msisdn(number), name);
        try (Desk clerk = new Desk(town, chromium, language, Optional.empty())) {
            serveAt(clerk, "desk-clerk", STORE);
            clerk.fill("typed", number);
            clerk.page().press("[name=typed]", "Enter");
            clerk.page().locator("#found tbody tr").waitFor();
            clerk.fits("desk-found" + suffix, Pictures::screen);
            clerk.page().click("#found tbody button");
            clerk.page().locator(".h-story").first().waitFor();
            clerk.fits("desk-visit" + suffix, Pictures::screen);
            String visit = clerk.page().url().replace(town.console(), "");
            clerk.page().click("form[action$='/told'] button");
            clerk.page().click("form[action$='/wanted'] button");
            clerk.page().click("form[action$='/offerings/" + OFFERING + "'] button");
            clerk.page().locator(".h-flash-good").waitFor();
            clerk.opensWell(visit + "/offerings/" + OFFERING);
            clerk.fits("desk-offering" + suffix, Pictures::screen);
            clerk.open(visit);
            clerk.page().locator("a[href*='/hand-over?order=']").first().click();
            clerk.page().fill("[name=remark]", "想今天装好 / wants it today");
            clerk.fits("desk-hand-over" + suffix, Pictures::screen);
            clerk.page().click("form[method=post][action$='/hand-over'] button[type=submit]");
            clerk.page().locator(".h-flash-good").waitFor();
            clerk.fits("desk-handed-over" + suffix, Pictures::screen);
            assertThat(clerk.page().content()).doesNotContain(number);
            assertThat(clerk.traffic().complaints()).isEmpty();
        }
        try (Desk hotline = new Desk(town, chromium, language, Optional.empty())) {
            serveAt(hotline, "desk-hotline", "hotline");
            hotline.opensWell("/desk");
            hotline.fits("desk-waiting" + suffix, Pictures::screen);
            hotline.page().click("form[action$='/take'] button");
            hotline.page().locator(".h-once").first().waitFor();
            hotline.fits("desk-taken" + suffix, Pictures::screen);
            hotline.page().click("form[action$='/finish'] button");
            hotline.page().locator(".h-flash-good").waitFor();
            assertThat(hotline.traffic().complaints()).isEmpty();
        }
        assertThat(bean(Contacts.class).inboundOn(id(STORE), Instant.EPOCH)).isPositive();
        assertThat(customer).isPositive();
    }

    private void serveAt(Desk desk, String login, String channel) {
        desk.open("/sign-in");
        desk.signIn(login, PASSWORD);
        desk.page().locator("#side nav").waitFor();
        desk.opensWell("/desk");
        desk.page().selectOption("[name=channel]", channel);
        desk.page().click("form[action='/desk/place'] button");
        desk.page().locator("[name=typed]").waitFor();
    }

    /** With a name, a value, a call of this morning and a cart that he began on the web. */
    private long customer(Msisdn number, String name) {
        long id = bean(Subscribers.class).idOf(number);
        Change<Individual> person = bean(Individuals.class).add(Individual.Draft.of(name, "/"), ACTOR);
        bean(Parties.class).hold(id, ((Change.Done<Individual>) person).value().id(), ACTOR);
        Instant now = bean(java.time.Clock.class).instant();
        bean(Cards.class).value(id, new CustomerValue("B", 12_800, Optional.of(0.2), now));
        bean(Contacts.class)
                .write(Contact.inbound(
                                new Contact.Source("test", number.masked()),
                                new java.util.UUID(9, id),
                                id("app"),
                                ContactKind.ENQUIRY,
                                now)
                        .with(Contact.Whom.subscriber(id)));
        bean(Carts.class)
                .begin(new Placing(
                        new Placing.Client(ACTOR, "cart " + id),
                        new Buyer.Person(id),
                        Optional.empty(),
                        id("web-hall"),
                        new java.util.UUID(9, id),
                        List.of(Wish.add(OFFERING, 1, Map.of()))));
        return id;
    }

    private void offer() {
        ProductOffering wanted = new ProductOffering(
                OFFERING,
                new ProductOffering.Texts("家庭无线", "Home Wi-Fi", "全屋覆盖，当天开通", "The whole flat, the same day"),
                ProductFamily.BUSINESS_WLAN,
                "order-standard",
                LifeCycle.DESIGN,
                Set.of(BuyerKind.PERSON),
                Optional.of(14),
                1,
                5,
                List.of(),
                List.of("wlan.page"),
                ProductOffering.Bundle.NONE,
                Optional.empty(),
                Instant.EPOCH);
        assertThat(bean(OfferingBook.class).add(wanted, ACTOR)).isInstanceOf(OfferingChange.Done.class);
        bean(Prices.class).setNow(new Price(0, OFFERING, Price.Kind.MONTHLY, "", 2_900, Instant.EPOCH), ACTOR);
        assertThat(bean(OfferingBook.class).move(OFFERING, LifeCycle.LAUNCH, ACTOR))
                .isInstanceOf(OfferingChange.Done.class);
        bean(SlotChoices.class).holdOut(0, ACTOR);
        bean(SlotChoices.class)
                .put(
                        new SlotItem(
                                0,
                                "home-wlan",
                                Optional.of(OFFERING),
                                new SlotItem.Words(
                                        "家庭无线 29 元",
                                        "Home Wi-Fi for 29",
                                        "全屋覆盖，当天开通。",
                                        "The whole flat, the same day."),
                                "speed",
                                Set.of(SlotPlace.CLERK),
                                Set.of(),
                                "/",
                                1000,
                                SlotItem.State.LIVE,
                                Optional.empty(),
                                Optional.empty()),
                        ACTOR);
    }

    private void staff(String login, String name, String role) {
        bean(JdbcClient.class)
                .sql("""
                        insert into party.staff (login, name, roles, area_path, password, must_change, made_at)
                        values (?, ?, array[?], '/', ?, false, ?)""")
                .params(
                        login,
                        name,
                        role,
                        new Argon2PasswordEncoder(16, 32, 1, 16 * 1024, 2).encode(PASSWORD),
                        Instant.EPOCH.atOffset(ZoneOffset.UTC))
                .update();
    }

    private ChannelId id(String code) {
        return bean(Channels.class).byCode(code).orElseThrow().id();
    }

    private <T> T bean(Class<T> type) {
        return town.hall().bean(type);
    }
}
