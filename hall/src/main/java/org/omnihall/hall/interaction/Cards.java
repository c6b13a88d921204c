package org.omnihall.hall.interaction;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.omnihall.hall.channel.Channel;
import org.omnihall.hall.channel.ChannelClass;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.party.Subscribers;
import org.springframework.stereotype.Component;

/**
 * The customer cards: one read model a subscriber, which others fill and every touchpoint reads (requirement B23). What is pushed becomes
 * visible everywhere with the commit of the pusher's transaction.
 */
@Component
public class Cards {

    /** So many of his newest contacts are read for a customer's preference: a bound on the time that a card takes. */
    private static final int CONSIDERED = 300;

    private static final int MOST_RECOMMENDATIONS = 10;
    private static final int MOST_LINES = 20;

    private final CardTable table;
    private final Contacts contacts;
    private final Notices notices;
    private final GroupShares shares;
    private final Subscribers subscribers;
    private final People people;
    private final InteractionSettings settings;
    private final Clock clock;

    Cards(
            CardTable table,
            Contacts contacts,
            Notices notices,
            GroupShares shares,
            Subscribers subscribers,
            People people,
            InteractionSettings settings,
            Clock clock) {
        this.table = table;
        this.contacts = contacts;
        this.notices = notices;
        this.shares = shares;
        this.subscribers = subscribers;
        this.people = people;
        this.settings = settings;
        this.clock = clock;
    }

    /** The card as this channel may see it; nothing for a subscriber we do not know. Who shows it to staff audits the look. */
    public Optional<CustomerCard> of(long subscriber, Channel channel) {
        return of(subscriber, channel.kind().ofClass(), channel.areaPath());
    }

    /** The same for a touchpoint of this class in this Area. */
    public Optional<CustomerCard> of(long subscriber, ChannelClass seenFrom, String areaPath) {
        return subscribers
                .numberOf(subscriber)
                .map(number -> CardView.of(whole(subscriber, number, areaPath), seenFrom));
    }

    /** What a customer is worth, for decisions that show it to nobody; nothing where nobody computed it. */
    public Optional<CustomerValue> valueOf(long subscriber) {
        return table.of(subscriber).value();
    }

    /** The mean monthly spend of many customers, for decisions; whose value nobody has computed is left out. */
    public Map<Long, Long> monthlyFenOf(Collection<Long> subscribers) {
        return table.monthlyFen(subscribers);
    }

    /** Which channels a customer prefers, for decisions; the most preferred first. */
    public List<ChannelPreference> preferencesOf(long subscriber) {
        return ChannelPreference.of(
                contacts.journeys(subscriber, recently(), CONSIDERED), shares.all(), settings.shrinkage());
    }

    private Instant recently() {
        return clock.instant().minus(Duration.ofDays(settings.preferenceDays()));
    }

    /** Puts these recommendations in the place of those before; the ten most urgent are kept. */
    public void recommend(long subscriber, List<Recommendation> recommendations) {
        recommend(Map.of(subscriber, recommendations));
    }

    /** The same for many subscribers by one statement. */
    public void recommend(Map<Long, List<Recommendation>> recommendations) {
        Map<Long, List<Recommendation>> kept = new HashMap<>();
        recommendations.forEach((subscriber, his) -> kept.put(
                subscriber,
                his.stream()
                        .sorted(Comparator.comparingInt(Recommendation::priority))
                        .limit(MOST_RECOMMENDATIONS)
                        .toList()));
        table.put(CardTable.Part.RECOMMENDATION, kept, clock.instant());
    }

    /** Puts these lines in the place of those that the same source told before; the twenty newest are kept. */
    public void state(long subscriber, StateSource source, List<StateLine> lines) {
        state(source, Map.of(subscriber, lines));
    }

    /** The same for many subscribers by one statement. */
    public void state(StateSource source, Map<Long, List<StateLine>> lines) {
        Map<Long, Map<StateSource, List<StateLine>>> told = new HashMap<>();
        lines.forEach((subscriber, his) -> told.put(
                subscriber,
                Map.of(
                        source,
                        his.stream()
                                .sorted(Comparator.comparing(StateLine::since).reversed())
                                .limit(MOST_LINES)
                                .toList())));
        table.put(CardTable.Part.STATE, told, clock.instant());
    }

    /** Puts this value in the place of the one before. */
    public void value(long subscriber, CustomerValue value) {
        value(Map.of(subscriber, value));
    }

    /** The same for many subscribers by one statement. */
    public void value(Map<Long, CustomerValue> values) {
        table.put(CardTable.Part.VALUE, values, clock.instant());
    }

    private CustomerCard whole(long subscriber, Msisdn number, String areaPath) {
        Instant now = clock.instant();
        Pushed pushed = table.of(subscriber);
        List<LoggedContact> newest = contacts.newest(subscriber, settings.history(), recently());
        return new CustomerCard(
                subscriber,
                pushed.version(),
                number.masked(),
                people.holderOf(subscriber),
                people.allowedBy(subscriber),
                pushed.recommendations().stream()
                        .filter(one -> one.until().isAfter(now))
                        .sorted(Comparator.comparingInt(Recommendation::priority))
                        .toList(),
                newest,
                preferencesOf(subscriber),
                pushed.state(),
                pushed.value(),
                notices.current(places(areaPath, newest), now),
                Set.of(CardField.values()));
    }

    /** The touchpoint's Area and the one where the customer was seen last. */
    private static List<String> places(String touchpoint, List<LoggedContact> newest) {
        return Stream.concat(
                        Stream.of(touchpoint),
                        newest.stream()
                                .limit(1)
                                .map(row -> row.contact().where().areaPath()))
                .distinct()
                .toList();
    }
}
