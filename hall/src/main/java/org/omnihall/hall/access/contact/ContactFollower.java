package org.omnihall.hall.access.contact;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.omnihall.hall.access.network.Venues;
import org.omnihall.hall.access.session.OpenSession;
import org.omnihall.hall.access.session.Sessions;
import org.omnihall.hall.channel.Channel;
import org.omnihall.hall.channel.Channels;
import org.omnihall.hall.interaction.Cards;
import org.omnihall.hall.interaction.Contact;
import org.omnihall.hall.interaction.ContactKind;
import org.omnihall.hall.interaction.Contacts;
import org.omnihall.hall.interaction.StateSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Tells the contact log what happened on the login page and in sessions, four times a second, so that a contact is on the customer's card within
 * two seconds and neither the page nor RADIUS waits for it (requirements B23 and B29).
 *
 * <p>A batch is taken out of {@code access.untold} and written into the log by one transaction: what is told is told once, and a node that dies
 * in between has told nothing. One follower works at a time, so that the card of a subscriber ends with his newest sessions.
 */
@Component
class ContactFollower {

    static final int BATCH = 1000;

    private static final Logger LOG = LoggerFactory.getLogger(ContactFollower.class);
    private static final String CHANNEL = "portal";

    private final Untold untold;
    private final Contacts contacts;
    private final Cards cards;
    private final Channels channels;
    private final Online online;
    private final TransactionOperations transaction;
    private final MeterRegistry meters;

    ContactFollower(
            Untold untold,
            Contacts contacts,
            Cards cards,
            Channels channels,
            Online online,
            TransactionOperations transaction,
            MeterRegistry meters) {
        this.untold = untold;
        this.contacts = contacts;
        this.cards = cards;
        this.channels = channels;
        this.online = online;
        this.transaction = transaction;
        this.meters = meters;
    }

    /** Who is online, and where. */
    @Component
    record Online(Sessions sessions, Venues venues) {}

    @Scheduled(fixedDelayString = "PT0.25S")
    void follow() {
        while (tell() == BATCH) {
            LOG.debug("more contacts wait");
        }
    }

    /** Tells of a batch; how many contacts it had. */
    int tell() {
        int told = Objects.requireNonNull(transaction.execute(
                status -> channels.byCode(CHANNEL).map(this::tell).orElse(0)));
        meters.counter("omnihall.contacts.told").increment(told);
        return told;
    }

    private int tell(Channel channel) {
        if (!untold.isOurTurn()) {
            return 0;
        }
        List<Contact> batch = untold.take(channel.id(), BATCH);
        contacts.write(batch);
        showOnline(batch.stream()
                .filter(contact ->
                        contact.kind() == ContactKind.SESSION_OPENED || contact.kind() == ContactKind.SESSION_CLOSED)
                .flatMap(contact -> contact.whom().subscriber().stream())
                .collect(Collectors.toSet()));
        return batch.size();
    }

    private void showOnline(Set<Long> subscribers) {
        if (subscribers.isEmpty()) {
            return;
        }
        List<OpenSession> open = online.sessions().liveOf(subscribers);
        List<Long> places = open.stream()
                .flatMapToLong(session -> session.place().venueId().stream())
                .distinct()
                .boxed()
                .toList();
        cards.state(
                StateSource.ACCESS,
                OnlineLines.of(subscribers, open, online.venues().names(places)));
    }
}
