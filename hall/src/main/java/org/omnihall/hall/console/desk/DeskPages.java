package org.omnihall.hall.console.desk;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.omnihall.hall.catalogue.Offerings;
import org.omnihall.hall.channel.Channel;
import org.omnihall.hall.channel.ChannelId;
import org.omnihall.hall.channel.Channels;
import org.omnihall.hall.console.desk.DeskCounter.Served;
import org.omnihall.hall.interaction.CardField;
import org.omnihall.hall.interaction.CardView;
import org.omnihall.hall.interaction.Cards;
import org.omnihall.hall.interaction.Contact;
import org.omnihall.hall.interaction.ContactFilter;
import org.omnihall.hall.interaction.Contacts;
import org.omnihall.hall.interaction.CustomerCard;
import org.omnihall.hall.interaction.Handover;
import org.omnihall.hall.interaction.Handovers;
import org.omnihall.hall.interaction.LoggedContact;
import org.omnihall.hall.messaging.MessageId;
import org.omnihall.hall.messaging.Messages;
import org.omnihall.hall.ordering.Buyer;
import org.omnihall.hall.ordering.Order;
import org.omnihall.hall.ordering.OrderState;
import org.omnihall.hall.ordering.Orders;
import org.omnihall.hall.ordering.Products;
import org.omnihall.hall.party.ConsentPurpose;
import org.omnihall.hall.party.Consents;
import org.omnihall.hall.party.PartyRef;
import org.omnihall.hall.shell.Paging;
import org.omnihall.hall.shell.ShellSettings;
import org.springframework.stereotype.Component;

/** Gathers from the doors of the modules what the desk shows of a customer. */
@Component
class DeskPages {

    /** So many orders, and so many products, are shown. */
    private static final int MOST = 50;

    private final Cards cards;
    private final Contacts contacts;
    private final Handovers handovers;
    private final Orders orders;
    private final Products products;
    private final DeskSlots slots;
    private final Selling selling;
    private final Elsewhere elsewhere;
    private final DeskCustomers customers;
    private final Consents consents;
    private final Messages messages;
    private final Offerings offerings;
    private final Channels channels;
    private final ShellSettings settings;
    private final Clock clock;

    DeskPages(
            Known known, Bought bought, Advised advised, DeskCustomers customers, ShellSettings settings, Clock clock) {
        this.cards = known.cards();
        this.contacts = known.contacts();
        this.handovers = known.handovers();
        this.consents = known.consents();
        this.messages = known.messages();
        this.orders = bought.orders();
        this.products = bought.products();
        this.selling = bought.selling();
        this.offerings = bought.offerings();
        this.slots = advised.slots();
        this.elsewhere = advised.elsewhere();
        this.channels = advised.channels();
        this.customers = customers;
        this.settings = settings;
        this.clock = clock;
    }

    /** What is known of the customer. */
    @Component
    record Known(Cards cards, Contacts contacts, Handovers handovers, Consents consents, Messages messages) {}

    /** What he has and can have. */
    @Component
    record Bought(Orders orders, Products products, Selling selling, Offerings offerings) {}

    /** What is decided for him. */
    @Component
    record Advised(DeskSlots slots, Elsewhere elsewhere, Channels channels) {}

    DeskPage of(Served served, Locale language) {
        Visit visit = served.visit();
        Optional<CustomerCard> card = visit.whom()
                .subscriber()
                .flatMap(id ->
                        cards.of(id, served.here().ofClass(), served.here().areaPath()));
        Optional<Handover> taken =
                visit.handover().flatMap(handovers::find).filter(one -> one.state() == Handover.State.TAKEN);
        Optional<DeskPage.Slot> slot = slots.of(served);
        return new DeskPage(
                visit,
                served.here(),
                customers.title(visit.whom(), served.here()),
                card,
                taken,
                dealings(served, card),
                slot,
                slot.flatMap(one -> next(served, one)),
                selling.offers(served),
                names(language));
    }

    DeskPage.Names names(Locale language) {
        Map<ChannelId, String> names =
                channels.all().stream().collect(Collectors.toMap(Channel::id, one -> one.name(language)));
        return new DeskPage.Names(names, offerings.names(language));
    }

    private Optional<DeskPage.Next> next(Served served, DeskPage.Slot slot) {
        return slot.offer()
                .flatMap(offer -> elsewhere
                        .business(offer.offering().code())
                        .map(business -> new DeskPage.Next(
                                elsewhere.look(served, business),
                                slot.choice().item().orElseThrow(),
                                served.visit()
                                        .whom()
                                        .subscriber()
                                        .filter(id -> consents.allowedBy(PartyRef.subscriber(id))
                                                .contains(ConsentPurpose.MARKETING))
                                        .isPresent(),
                                served.visit().offered().flatMap(id -> messages.state(new MessageId(id))))));
    }

    private DeskPage.Dealings dealings(Served served, Optional<CustomerCard> card) {
        Buyer buyer = served.visit().buyer();
        List<Order> running = orders.running(buyer, MOST);
        return new DeskPage.Dealings(
                running.stream().filter(one -> one.state() == OrderState.DRAFT).toList(),
                running.stream().filter(one -> one.state() != OrderState.DRAFT).toList(),
                products.alive(buyer, MOST),
                handovers.openFor(served.visit().whom()),
                today(served, card));
    }

    /** What he did today at other touchpoints, with what the class of the channel may know of it. */
    private List<LoggedContact> today(Served served, Optional<CustomerCard> card) {
        Instant midnight = clock.instant()
                .atZone(settings.zone())
                .truncatedTo(ChronoUnit.DAYS)
                .toInstant();
        List<LoggedContact> newest = card.map(CustomerCard::history).orElseGet(() -> ofCompany(served, midnight));
        return newest.stream()
                .filter(row -> !row.contact().at().isBefore(midnight))
                .filter(row -> !row.contact().channel().equals(served.here().id()))
                .toList();
    }

    private List<LoggedContact> ofCompany(Served served, Instant since) {
        Set<CardField> fields = CardView.fields(served.here().ofClass());
        ContactFilter filter = new ContactFilter(
                "/",
                Optional.empty(),
                served.visit().whom().company(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(since),
                Optional.empty());
        return fields.contains(CardField.HISTORY)
                ? contacts.list(filter, Paging.first()).rows().stream()
                        .map(row -> fields.contains(CardField.HISTORY_DETAIL) ? row : bare(row))
                        .toList()
                : List.of();
    }

    private static LoggedContact bare(LoggedContact row) {
        Contact less = row.contact().saying(Map.of());
        return new LoggedContact(row.id(), less, row.writtenAt());
    }
}
