package org.omnihall.hall.access.contact;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
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

    private static final Duration ANEW = Duration.ofSeconds(1);

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

    /** What a transaction told: how many contacts, and the last of them in the order in which they were left. */
    record Told(int contacts, long last) {

        private static final Told NOTHING = new Told(0, 0);
    }

    /**
     * Begins with the oldest, and does so again each second while more is left than a batch, for a transaction that commits late leaves its word among
     * older ones. In between it goes on where it was: what was told lies in front of the rest until PostgreSQL clears it away.
     */
    @Scheduled(fixedDelayString = "PT0.25S")
    void follow() {
        long began = System.nanoTime();
        Told told = tell(0);
        while (told.contacts() == BATCH) {
            boolean anew = System.nanoTime() - began > ANEW.toNanos();
            began = anew ? System.nanoTime() : began;
            told = tell(anew ? 0 : told.last());
        }
    }

    /** Tells of a batch of what lies behind an id. */
    Told tell(long after) {
        Told told = Objects.requireNonNull(transaction.execute(status ->
                channels.byCode(CHANNEL).map(channel -> tell(channel, after)).orElse(Told.NOTHING)));
        meters.counter("omnihall.contacts.told").increment(told.contacts());
        return told;
    }

    private Told tell(Channel channel, long after) {
        List<Untold.Word> words = untold.isOurTurn() ? untold.take(channel.id(), after, BATCH) : List.of();
        if (words.isEmpty()) {
            return Told.NOTHING;
        }
        List<Contact> batch = words.stream().map(Untold.Word::contact).toList();
        contacts.write(batch);
        showOnline(batch.stream()
                .filter(contact ->
                        contact.kind() == ContactKind.SESSION_OPENED || contact.kind() == ContactKind.SESSION_CLOSED)
                .flatMap(contact -> contact.whom().subscriber().stream())
                .collect(Collectors.toSet()));
        return new Told(words.size(), words.getLast().id());
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
