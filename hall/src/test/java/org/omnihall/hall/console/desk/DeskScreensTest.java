package org.omnihall.hall.console.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.ConsoleBrowser;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.StaffOnPaper;
import org.omnihall.hall.channel.Channel;
import org.omnihall.hall.channel.ChannelBook;
import org.omnihall.hall.channel.ChannelChange;
import org.omnihall.hall.channel.ChannelKind;
import org.omnihall.hall.channel.Relation;
import org.omnihall.hall.channel.RelationKind;
import org.omnihall.hall.channel.Relations;
import org.omnihall.hall.channel.SomeChannel;
import org.omnihall.hall.decision.SlotChoices;
import org.omnihall.hall.decision.SlotItem;
import org.omnihall.hall.decision.SlotPlace;
import org.omnihall.hall.decision.SlotReport;
import org.omnihall.hall.interaction.Contact;
import org.omnihall.hall.interaction.ContactFilter;
import org.omnihall.hall.interaction.ContactKind;
import org.omnihall.hall.interaction.Contacts;
import org.omnihall.hall.interaction.LoggedContact;
import org.omnihall.hall.ordering.Buyer;
import org.omnihall.hall.ordering.Carts;
import org.omnihall.hall.ordering.Order;
import org.omnihall.hall.ordering.OrderFilter;
import org.omnihall.hall.ordering.Orders;
import org.omnihall.hall.ordering.Placement;
import org.omnihall.hall.ordering.Wish;
import org.omnihall.hall.ordering.World;
import org.omnihall.hall.party.Areas;
import org.omnihall.hall.party.Certificate;
import org.omnihall.hall.party.Change;
import org.omnihall.hall.party.Companies;
import org.omnihall.hall.party.Company;
import org.omnihall.hall.party.Consent;
import org.omnihall.hall.party.ConsentPurpose;
import org.omnihall.hall.party.Consents;
import org.omnihall.hall.party.Individual;
import org.omnihall.hall.party.Individuals;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.party.Parties;
import org.omnihall.hall.party.PartyRef;
import org.omnihall.hall.party.Subscribers;
import org.omnihall.hall.shell.Paging;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The desk in the browser: where he serves, whom he finds, what he sells, what he hands over, each under audit and within his rights. */
@HallTest
class DeskScreensTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String WEST = "/desk-west/";
    private static final String EAST = "/desk-east/";

    private final int port;
    private final ApplicationContext hall;
    private final JdbcClient db;
    private final World world;
    private final Contacts contacts;
    private final Orders orders;
    private final Instant now;

    @Autowired
    DeskScreensTest(@LocalServerPort int port, ApplicationContext hall) {
        this.port = port;
        this.hall = hall;
        this.db = hall.getBean(JdbcClient.class);
        this.world = new World(hall);
        this.contacts = hall.getBean(Contacts.class);
        this.orders = hall.getBean(Orders.class);
        this.now = hall.getBean(Clock.class).instant();
        Areas areas = hall.getBean(Areas.class);
        areas.add("/", "desk-west", "West", "test");
        areas.add("/", "desk-east", "East", "test");
    }

    @Test
    void letsHimServeAtAStaffedOpenChannelOfHisAreaOnly() {
        Channel west = channel(ChannelKind.HALL, WEST);
        Channel east = channel(ChannelKind.HALL, EAST);
        Channel web = channel(ChannelKind.WEB_HALL, WEST);
        ConsoleBrowser clerk = browser("clerk", WEST);
        assertThat(clerk.get("/desk?lang=en").body())
                .contains("value=\"" + west.code() + "\"", "value=\"hotline\"")
                .doesNotContain("value=\"" + east.code() + "\"", "value=\"" + web.code() + "\"", "/desk/find");
        clerk.post("/desk/place", "channel", east.code());
        assertThat(clerk.get("/desk").body()).contains("Say first where you serve");
        clerk.post("/desk/place", "channel", west.code());
        assertThat(clerk.get("/desk").body()).contains("You serve at " + west.code(), "/desk/find", "autofocus");
        assertThat(acts("desk.place")).contains("channel:" + west.code() + " ");
        ConsoleBrowser auditor = browser("auditor", "/");
        assertThat(auditor.get("/desk").statusCode()).isEqualTo(403);
    }

    @Test
    void findsPersonsAndCompaniesOfHisAreaAndWritesEachSearchDown() {
        Msisdn number = number();
        Certificate card =
                new Certificate(Certificate.Kind.PASSPORT, "E" + number.digits().substring(3));
        long li = subscriber("李明月" + NUMBER.get(), card, number, WEST);
        subscriber("李明月" + NUMBER.get() + "东", card(), number(), EAST);
        String company = "Moon Tea " + NUMBER.incrementAndGet();
        done(hall.getBean(Companies.class).add(Company.Facts.of(company, WEST), "test"));
        ConsoleBrowser clerk = at(channel(ChannelKind.HALL, WEST), WEST);

        HttpResponse<String> found = clerk.post("/desk/find", "typed", number.digits());
        assertThat(found.body()).contains(number.masked(), "李明月", "name=\"id\" value=\"" + li + "\"");
        assertThat(found.body().replace("value=\"" + number.digits() + "\"", ""))
                .doesNotContain(number.digits());
        assertThat(acts("desk.find")).contains("customers number " + number.masked());
        String byName = clerk.post("/desk/find", "typed", "李明月").body();
        assertThat(byName).contains(number.masked()).doesNotContain("东");
        assertThat(clerk.post("/desk/find", "typed", card.number()).body()).contains(number.masked());
        assertThat(acts("desk.find"))
                .anyMatch(act -> act.contains("****" + card.hint().ending()));
        assertThat(acts("desk.find")).noneMatch(act -> act.contains(card.number()));
        assertThat(clerk.post("/desk/find", "typed", company).body()).contains(company, "value=\"true\"");
        assertThat(clerk.post("/desk/find", "typed", "nobody at all").body()).contains("Nobody found");

        ConsoleBrowser agent = at(channel(ChannelKind.AGENT_POINT, WEST), WEST);
        assertThat(agent.post("/desk/find", "typed", number.digits()).body())
                .contains("name=\"id\" value=\"" + li + "\"", "李**")
                .doesNotContain("李明月");
        assertThat(agent.post("/desk/find", "typed", "李明月").body()).contains("Nobody found");
        ConsoleBrowser elsewhere = at(channel(ChannelKind.HALL, EAST), EAST);
        assertThat(elsewhere.post("/desk/find", "typed", number.digits()).body())
                .contains("Nobody found");
        assertThat(ConsoleBrowser.location(elsewhere.post("/desk/visits", "id", Long.toString(li))))
                .isEqualTo("/desk");
    }

    @Test
    void showsTwentyHitsAndAsksForMoreOfTheName() {
        String name = "Twentyone" + NUMBER.incrementAndGet();
        for (int i = 0; i < 20; i++) {
            done(hall.getBean(Companies.class).add(Company.Facts.of(name + " " + i, WEST), "test"));
        }
        ConsoleBrowser clerk = at(channel(ChannelKind.HALL, WEST), WEST);
        String twenty = clerk.post("/desk/find", "typed", name).body();
        assertThat(twenty.split(name, -1)).hasSize(22);
        assertThat(twenty).doesNotContain("type more of the name");
        done(hall.getBean(Companies.class).add(Company.Facts.of(name + " 20", WEST), "test"));
        assertThat(clerk.post("/desk/find", "typed", name).body()).contains("The first 20 are shown");
    }

    @Test
    void logsAVisitOnceWhenItBeginsAndOnceWhenItEnds() {
        long li = anybody();
        Channel store = channel(ChannelKind.HALL, "/");
        hall.getBean(Contacts.class)
                .write(Contact.inbound(
                                new Contact.Source("test", "call " + li),
                                new java.util.UUID(1, li),
                                world.channel("hotline"),
                                ContactKind.COMPLAINT,
                                hall.getBean(Clock.class).instant())
                        .with(Contact.Whom.subscriber(li)));
        ConsoleBrowser clerk = at(store, "/");
        String visit = serve(clerk, li);
        assertThat(serve(clerk, li)).isEqualTo(visit);
        String page = clerk.get(visit).body();
        assertThat(page).contains("Today at other touchpoints", "Complaint", store.code());
        clerk.get(visit);
        assertThat(outcomes(li, ContactKind.VISIT)).containsExactly("BEGUN");
        assertThat(acts("card.see")).contains("subscriber:" + li + " OWN_STORE version 0");

        clerk.post(visit + "/end", "outcome", "INFORMED", "remark", "he is 138 5719 0160");
        assertThat(clerk.get(visit).body()).contains("number out of the remark");
        clerk.post(visit + "/end", "outcome", "INFORMED", "remark", "asked for hours");
        assertThat(outcomes(li, ContactKind.VISIT)).containsExactly("ENDED_INFORMED", "BEGUN");
        assertThat(clerk.get(visit).statusCode()).isEqualTo(404);
        assertThat(clerk.get("/desk").body()).contains("Serve again");
        assertThat(serve(clerk, li)).isNotEqualTo(visit);
        assertThat(browserAt(store).get(visit).statusCode()).isEqualTo(404);
    }

    @Test
    void showsAnAgentOnlyWhatHisClassMaySee() {
        Msisdn number = number();
        long li = subscriber("张三丰" + NUMBER.get(), card(), number, "/");
        ConsoleBrowser agent = at(channel(ChannelKind.AGENT_POINT, "/"), "/");
        assertThat(agent.get(serve(agent, li)).body())
                .doesNotContain("张三丰", number.masked(), "Value tier")
                .contains("#" + li);
        ConsoleBrowser clerk = at(channel(ChannelKind.HALL, "/"), "/");
        assertThat(clerk.get(serve(clerk, li)).body()).contains("张三丰", number.masked());
    }

    @Test
    void refusesSensitiveBusinessNamesTheRuleAndHandsItOverWithNothingAskedTwice() {
        String papers = world.offering("real-name", 0, 0, "wlan.page");
        Channel agents = channel(ChannelKind.AGENT_POINT, "/");
        Channel store = channel(ChannelKind.HALL, "/");
        relate(agents, store);
        long li = anybody();
        ConsoleBrowser agent = at(agents, "/");
        String visit = serve(agent, li);
        String form = visit + "/offerings/" + papers;
        assertThat(agent.get(form).body())
                .contains("completed in own stores only", store.code())
                .doesNotContain("value=\"ORDER\"");
        assertThat(agent.post(form, "quantity", "1", "act", "ORDER", "answer.mood", "calm")
                        .body())
                .contains("Sensitive business is completed in own stores only", "value=\"calm\"");
        assertThat(ordersOf(li)).isEmpty();

        String handOver =
                ConsoleBrowser.location(agent.post(form, "quantity", "1", "act", "CART", "answer.mood", "calm"));
        Order cart = ordersOf(li).getFirst();
        assertThat(handOver).isEqualTo(visit + "/hand-over?order=" + cart.id());
        assertThat(agent.get(handOver).body())
                .contains("value=\"" + store.code() + "\"", "may not complete the business");
        agent.post(visit + "/orders/" + cart.id() + "/place");
        assertThat(agent.get(visit).body()).contains("Refused here:", store.code());
        agent.post(visit + "/hand-over", "order", "" + cart.id(), "to", store.code(), "remark", "in a hurry");
        assertThat(agent.get(visit).body()).contains("Handed over to " + store.code(), "in a hurry");

        ConsoleBrowser clerk = at(store, "/");
        assertThat(clerk.get("/desk").body()).contains("in a hurry", agents.code(), "/take");
        String served = take(clerk, li);
        assertThat(clerk.get(served).body())
                .contains("Handed over from " + agents.code(), "in a hurry", "Place here", papers);
        clerk.post(served + "/orders/" + cart.id() + "/place");
        assertThat(clerk.get(served).body()).contains("Order " + cart.id() + " is led on");
        Order placed = orders.find(cart.id()).orElseThrow();
        assertThat(placed.channel()).isEqualTo(store.id());
        assertThat(placed.items().getFirst().answers()).isEqualTo(Map.of("mood", "calm"));
        assertThat(contacts.list(ContactFilter.of(li), Paging.first()).rows().stream()
                        .filter(row -> row.contact().journey().equals(placed.journey()))
                        .map(row -> row.contact().channel())
                        .distinct())
                .containsExactlyInAnyOrder(agents.id(), store.id());
        clerk.post("/desk/handovers/" + handover(li) + "/finish");
        assertThat(clerk.get("/desk").body()).contains("Nothing waits here");
        assertThat(outcomes(li, ContactKind.HANDOVER)).containsExactly("FINISHED", "TAKEN", "GIVEN");
    }

    @Test
    void givesBackAndWithdrawsAndSaysWhoWasFirst() {
        Channel store = channel(ChannelKind.HALL, "/");
        Channel manager = channel(ChannelKind.MANAGER, "/");
        relate(store, manager);
        long li = anybody();
        ConsoleBrowser clerk = at(store, "/");
        String visit = serve(clerk, li);
        assertThat(clerk.get(visit + "/hand-over?business=change-plan").body())
                .contains("value=\"" + manager.code() + "\"");
        assertThat(clerk.post(visit + "/hand-over", "business", "change-plan", "to", "hotline", "remark", "typed")
                        .body())
                .contains("neither complements nor substitutes", "value=\"typed\"");
        clerk.post(visit + "/hand-over", "business", "change-plan", "to", manager.code(), "remark", "");
        assertThat(clerk.get(visit).body()).contains("Handed over to " + manager.code());
        ConsoleBrowser first = at(manager, "/");
        ConsoleBrowser second = at(manager, "/");
        String served = take(first, li);
        assertThat(ConsoleBrowser.location(second.post("/desk/handovers/" + handover(li) + "/take")))
                .isEqualTo("/desk");
        assertThat(second.get("/desk").body()).contains("Somebody else has taken it");
        clerk.post("/desk/handovers/" + handover(li) + "/withdraw");
        assertThat(clerk.get("/desk").body()).contains("Somebody else has taken it");
        first.post("/desk/handovers/" + handover(li) + "/give-back");
        assertThat(first.get(served).body()).contains("It waits here again");
        clerk.post("/desk/handovers/" + handover(li) + "/withdraw");
        assertThat(clerk.get(visit).body()).contains("The hand-over is withdrawn");
        assertThat(second.get("/desk").body()).contains("Nothing waits here");
    }

    @Test
    void countsAnOrderFromTheSlotInItsReport() {
        String wifi = offered();
        Channel store = channel(ChannelKind.HALL, "/");
        long li = anybody();
        ConsoleBrowser clerk = at(store, "/");
        String visit = serve(clerk, li);
        String page = clerk.get(visit).body();
        assertThat(page).contains("Tea Wi-Fi", "Drawn by weight", visit + "/offerings/" + wifi);
        clerk.post(visit + "/told");
        clerk.post(visit + "/told");
        assertThat(outcomes(li, ContactKind.SLOT_SHOWN)).containsExactly("TOLD");
        assertThat(line(store).clicked()).isZero();
        clerk.post(visit + "/wanted");
        assertThat(line(store).clicked()).isEqualTo(1);
        assertThat(line(store).ordered()).isZero();
        String key = "desk " + visit.substring(visit.lastIndexOf('/') + 1);
        for (int i = 0; i < 2; i++) {
            clerk.post(visit + "/offerings/" + wifi, "quantity", "1", "act", "ORDER", "slot", "true", "key", key);
        }
        assertThat(ordersOf(li)).hasSize(1).allSatisfy(order -> {
            assertThat(order.channel()).isEqualTo(store.id());
            assertThat(order.journey()).isEqualTo(journey(visit));
        });
        assertThat(line(store).ordered()).isEqualTo(1);
    }

    @Test
    void offersBySmsWhatTheGateLetsPass() {
        offered();
        long li = anybody();
        ConsoleBrowser clerk = at(channel(ChannelKind.HALL, "/"), "/");
        String visit = serve(clerk, li);
        assertThat(clerk.get(visit).body()).contains("Next contact", "no consent to advertising");
        clerk.post(visit + "/offer");
        assertThat(clerk.get(visit).body()).contains("The gate held the message back: No consent on record");
        done(hall.getBean(Consents.class)
                .record(new Consent(
                        PartyRef.subscriber(li),
                        ConsentPurpose.MARKETING,
                        Consent.Medium.ALL,
                        true,
                        now,
                        "desk",
                        "test")));
        clerk.post(visit + "/offer");
        assertThat(clerk.get(visit).body()).contains("The offer is on its way by SMS");
        clerk.post(visit + "/offer");
        assertThat(clerk.get(visit).body()).contains("It was sent in this visit");
        assertThat(db.sql("select count(*) from messaging.message where subscriber = ? and template = 'desk.offer'")
                        .param(li)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void goesOnWithACompanysCartThatAnotherChannelBegan() {
        World.Cafe cafe = world.cafe();
        String wifi = world.offering("order-standard", 0, 9_900, "wlan.page");
        Placement begun = hall.getBean(Carts.class)
                .begin(world.placing(cafe.served(), world.channel("web-hall"), Wish.add(wifi, 2, Map.of())));
        Order cart = ((Placement.Placed) begun).order();
        Channel manager = channel(ChannelKind.MANAGER, "/");
        ConsoleBrowser browser = at(manager, "/");
        String visit = ConsoleBrowser.location(
                browser.post("/desk/visits", "company", "true", "id", Long.toString(cafe.id())));
        assertThat(browser.get(visit).body()).contains("cafe", "begun at", wifi, "Place here");
        browser.post(visit + "/orders/" + cart.id() + "/place");
        Order placed = orders.find(cart.id()).orElseThrow();
        assertThat(placed.journey()).isEqualTo(cart.journey());
        assertThat(placed.channel()).isEqualTo(manager.id());
        assertThat(browser.get(visit).body()).contains("Order " + cart.id() + " is led on");
        browser.post(visit + "/orders/999999999/cancel");
        assertThat(browser.get(visit).body()).contains("It is not there any more");
        assertThat(browser.post(visit + "/products/999999999/stop").statusCode())
                .isEqualTo(404);
    }

    @Test
    void leavesWhomHeServedWhenHeGoesToAnotherChannel() {
        long li = anybody();
        Channel one = channel(ChannelKind.HALL, "/");
        ConsoleBrowser clerk = at(one, "/");
        String visit = serve(clerk, li);
        clerk.post("/desk/place", "channel", channel(ChannelKind.HALL, "/").code());
        assertThat(clerk.get(visit).statusCode()).isEqualTo(404);
        assertThat(outcomes(li, ContactKind.VISIT)).containsExactly("ENDED_LEFT", "BEGUN");
    }

    private String offered() {
        String wifi = world.offering("order-standard", 0, 9_900, "wlan.page");
        SlotChoices slots = hall.getBean(SlotChoices.class);
        slots.holdOut(0, "test");
        slots.put(
                new SlotItem(
                        0,
                        "desk-offer",
                        Optional.of(wifi),
                        new SlotItem.Words("茶馆无线", "Tea Wi-Fi", "一键开通", "Opened at once"),
                        "speed",
                        Set.of(SlotPlace.CLERK),
                        Set.of(),
                        "/",
                        1000,
                        SlotItem.State.LIVE,
                        Optional.empty(),
                        Optional.empty()),
                "test");
        return wifi;
    }

    private SlotReport.Line line(Channel channel) {
        return hall.getBean(SlotReport.class).of("/", now.minusSeconds(60), now.plusSeconds(3600)).stream()
                .filter(one -> one.channel().equals(channel.id()))
                .findFirst()
                .orElseThrow();
    }

    private List<Order> ordersOf(long subscriber) {
        OrderFilter all = OrderFilter.all("/");
        return orders
                .list(
                        new OrderFilter(
                                "/",
                                all.state(),
                                all.company(),
                                Optional.of(subscriber),
                                all.offering(),
                                all.channel(),
                                all.from(),
                                all.until()),
                        Paging.first())
                .rows()
                .stream()
                .filter(order -> order.buyer().equals(new Buyer.Person(subscriber)))
                .toList();
    }

    /** The newest first. */
    private List<String> outcomes(long subscriber, ContactKind kind) {
        return contacts.list(ContactFilter.of(subscriber), Paging.first()).rows().stream()
                .map(LoggedContact::contact)
                .filter(contact -> contact.kind() == kind)
                .map(Contact::outcome)
                .toList();
    }

    private List<String> acts(String act) {
        return db.sql("select subject || ' ' || detail from audit.entry where act = ?")
                .param(act)
                .query((row, number) -> row.getString(1))
                .list();
    }

    private java.util.UUID journey(String visit) {
        return db.sql("select journey from console.visit where id = ?::uuid")
                .param(visit.substring(visit.lastIndexOf('/') + 1))
                .query(java.util.UUID.class)
                .single();
    }

    private long handover(long subscriber) {
        return db.sql("select id from interaction.handover where subscriber_id = ? order by id desc limit 1")
                .param(subscriber)
                .query(Long.class)
                .single();
    }

    private String take(ConsoleBrowser browser, long subscriber) {
        String visit = ConsoleBrowser.location(browser.post("/desk/handovers/" + handover(subscriber) + "/take"));
        assertThat(visit).startsWith("/desk/visits/");
        return visit;
    }

    private static String serve(ConsoleBrowser browser, long subscriber) {
        String visit = ConsoleBrowser.location(browser.post("/desk/visits", "id", Long.toString(subscriber)));
        assertThat(visit).startsWith("/desk/visits/");
        return visit;
    }

    private ConsoleBrowser browserAt(Channel channel) {
        return at(channel, "/");
    }

    private ConsoleBrowser at(Channel channel, String areaPath) {
        ConsoleBrowser browser = browser("clerk", areaPath);
        browser.get("/desk?lang=en");
        browser.post("/desk/place", "channel", channel.code());
        browser.get("/desk");
        return browser;
    }

    private ConsoleBrowser browser(String role, String areaPath) {
        return StaffOnPaper.browser(db, port, "desk-" + NUMBER.incrementAndGet(), role, areaPath);
    }

    private Channel channel(ChannelKind kind, String areaPath) {
        ChannelChange change = hall.getBean(ChannelBook.class)
                .add(SomeChannel.of("desk-" + NUMBER.incrementAndGet(), kind, areaPath), "test");
        return ((ChannelChange.Done) change).channel();
    }

    private void relate(Channel one, Channel other) {
        ChannelChange related = hall.getBean(Relations.class)
                .declare(new Relation(0, one.id(), other.id(), RelationKind.COMPLEMENT, Optional.empty()), "test");
        assertThat(related).isInstanceOf(ChannelChange.Done.class);
    }

    private static Msisdn number() {
        return new Msisdn("1380009" + (1000 + NUMBER.incrementAndGet()));
    }

    private static Certificate card() {
        return new Certificate(Certificate.Kind.PASSPORT, "G" + (10_000 + NUMBER.incrementAndGet()));
    }

    private long anybody() {
        return hall.getBean(Subscribers.class).idOf(number());
    }

    private long subscriber(String name, Certificate card, Msisdn number, String areaPath) {
        long id = hall.getBean(Subscribers.class).idOf(number);
        Individual person = done(hall.getBean(Individuals.class)
                .add(Individual.Draft.of(name, areaPath).with(card), "test"));
        done(hall.getBean(Parties.class).hold(id, person.id(), "test"));
        return id;
    }

    private static <T> T done(Change<T> change) {
        assertThat(change).isInstanceOf(Change.Done.class);
        return ((Change.Done<T>) change).value();
    }
}
