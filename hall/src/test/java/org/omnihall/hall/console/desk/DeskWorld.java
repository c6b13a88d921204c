package org.omnihall.hall.console.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.omnihall.hall.ConsoleBrowser;
import org.omnihall.hall.StaffOnPaper;
import org.omnihall.hall.channel.Channel;
import org.omnihall.hall.channel.ChannelBook;
import org.omnihall.hall.channel.ChannelChange;
import org.omnihall.hall.channel.ChannelKind;
import org.omnihall.hall.channel.Relation;
import org.omnihall.hall.channel.RelationKind;
import org.omnihall.hall.channel.Relations;
import org.omnihall.hall.channel.SomeChannel;
import org.omnihall.hall.interaction.Contact;
import org.omnihall.hall.interaction.ContactFilter;
import org.omnihall.hall.interaction.ContactKind;
import org.omnihall.hall.interaction.Contacts;
import org.omnihall.hall.interaction.LoggedContact;
import org.omnihall.hall.ordering.Buyer;
import org.omnihall.hall.ordering.Order;
import org.omnihall.hall.ordering.OrderFilter;
import org.omnihall.hall.ordering.Orders;
import org.omnihall.hall.party.Areas;
import org.omnihall.hall.party.Certificate;
import org.omnihall.hall.party.Change;
import org.omnihall.hall.party.Individual;
import org.omnihall.hall.party.Individuals;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.party.Parties;
import org.omnihall.hall.party.Subscribers;
import org.omnihall.hall.shell.Paging;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where tests of the desk find staff at channels, customers, and what came of it. */
record DeskWorld(int port, ApplicationContext hall) {

    static final String WEST = "/desk-west/";
    static final String EAST = "/desk-east/";

    private static final AtomicInteger NUMBER = new AtomicInteger();

    DeskWorld {
        Areas areas = hall.getBean(Areas.class);
        areas.add("/", "desk-west", "West", "test");
        areas.add("/", "desk-east", "East", "test");
    }

    /** A number that nothing else in these tests is called by. */
    static int next() {
        return NUMBER.incrementAndGet();
    }

    /** The newest first. */
    List<String> outcomes(long subscriber, ContactKind kind) {
        return hall.getBean(Contacts.class).list(ContactFilter.of(subscriber), Paging.first()).rows().stream()
                .map(LoggedContact::contact)
                .filter(contact -> contact.kind() == kind)
                .map(Contact::outcome)
                .toList();
    }

    List<String> acts(String act) {
        return hall.getBean(JdbcClient.class)
                .sql("select subject || ' ' || detail from audit.entry where act = ?")
                .param(act)
                .query((row, number) -> row.getString(1))
                .list();
    }

    List<Order> ordersOf(long subscriber) {
        OrderFilter all = OrderFilter.all("/");
        return hall
                .getBean(Orders.class)
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

    long handover(long subscriber) {
        return hall.getBean(JdbcClient.class)
                .sql("select id from interaction.handover where subscriber_id = ? order by id desc limit 1")
                .param(subscriber)
                .query(Long.class)
                .single();
    }

    /** How often it was decided where he is best served. */
    long diversions(long subscriber) {
        return hall.getBean(JdbcClient.class)
                .sql("select count(*) from decision.diversion where subscriber_id = ?")
                .param(subscriber)
                .query(Long.class)
                .single();
    }

    String take(ConsoleBrowser browser, long subscriber) {
        String visit = ConsoleBrowser.location(browser.post("/desk/handovers/" + handover(subscriber) + "/take"));
        assertThat(visit).startsWith("/desk/visits/");
        return visit;
    }

    String serve(ConsoleBrowser browser, long subscriber) {
        String visit = ConsoleBrowser.location(browser.post("/desk/visits", "id", Long.toString(subscriber)));
        assertThat(visit).startsWith("/desk/visits/");
        return visit;
    }

    ConsoleBrowser at(Channel channel, String areaPath) {
        ConsoleBrowser browser = browser("clerk", areaPath);
        browser.get("/desk?lang=en");
        browser.post("/desk/place", "channel", channel.code());
        browser.get("/desk");
        return browser;
    }

    ConsoleBrowser browser(String role, String areaPath) {
        return StaffOnPaper.browser(
                hall.getBean(JdbcClient.class), port, "desk-" + NUMBER.incrementAndGet(), role, areaPath);
    }

    Channel channel(ChannelKind kind, String areaPath) {
        ChannelChange change = hall.getBean(ChannelBook.class)
                .add(SomeChannel.of("desk-" + NUMBER.incrementAndGet(), kind, areaPath), "test");
        return ((ChannelChange.Done) change).channel();
    }

    void relate(Channel one, Channel other) {
        ChannelChange related = hall.getBean(Relations.class)
                .declare(new Relation(0, one.id(), other.id(), RelationKind.COMPLEMENT, Optional.empty()), "test");
        assertThat(related).isInstanceOf(ChannelChange.Done.class);
    }

    static Msisdn number() {
        return new Msisdn("1380009" + (1000 + NUMBER.incrementAndGet()));
    }

    static Certificate card() {
        return new Certificate(Certificate.Kind.PASSPORT, "G" + (10_000 + NUMBER.incrementAndGet()));
    }

    long anybody() {
        return hall.getBean(Subscribers.class).idOf(number());
    }

    long subscriber(String name, Certificate card, Msisdn number, String areaPath) {
        long id = hall.getBean(Subscribers.class).idOf(number);
        Individual person = done(hall.getBean(Individuals.class)
                .add(Individual.Draft.of(name, areaPath).with(card), "test"));
        done(hall.getBean(Parties.class).hold(id, person.id(), "test"));
        return id;
    }

    static <T> T done(Change<T> change) {
        assertThat(change).isInstanceOf(Change.Done.class);
        return ((Change.Done<T>) change).value();
    }
}
