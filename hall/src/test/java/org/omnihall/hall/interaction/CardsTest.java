package org.omnihall.hall.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.channel.Channel;
import org.omnihall.hall.channel.ChannelClass;
import org.omnihall.hall.channel.Channels;
import org.omnihall.hall.party.Areas;
import org.omnihall.hall.party.Change;
import org.omnihall.hall.party.Consent;
import org.omnihall.hall.party.ConsentPurpose;
import org.omnihall.hall.party.Consents;
import org.omnihall.hall.party.Individual;
import org.omnihall.hall.party.Individuals;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.party.Parties;
import org.omnihall.hall.party.PartyRef;
import org.omnihall.hall.party.Subscribers;
import org.springframework.beans.factory.annotation.Autowired;

/** The card that all touchpoints share. */
@HallTest
class CardsTest {

    private static final AtomicInteger NUMBERS = new AtomicInteger(1000);
    private static final long STRANGER = 1L << 40;

    private final Cards cards;
    private final Contacts contacts;
    private final GroupShares shares;
    private final Notices notices;
    private final Areas areas;
    private final Individuals individuals;
    private final Parties parties;
    private final Consents consents;
    private final Channels channels;
    private final Channel hotline;
    private final Channel portal;
    private final long li;
    private final long wang;
    private final Instant now;

    @Autowired
    CardsTest(
            Cards cards,
            Contacts contacts,
            GroupShares shares,
            Notices notices,
            Areas areas,
            Individuals individuals,
            Parties parties,
            Consents consents,
            Channels channels,
            Subscribers subscribers,
            Clock clock) {
        this.cards = cards;
        this.contacts = contacts;
        this.shares = shares;
        this.notices = notices;
        this.areas = areas;
        this.individuals = individuals;
        this.parties = parties;
        this.consents = consents;
        this.channels = channels;
        this.hotline = channels.byCode("hotline").orElseThrow();
        this.portal = channels.byCode("portal").orElseThrow();
        this.li = subscribers.idOf(new Msisdn("1391111" + NUMBERS.incrementAndGet()));
        this.wang = subscribers.idOf(new Msisdn("1391111" + NUMBERS.incrementAndGet()));
        this.now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    @Test
    void isThereForEverySubscriberAndNobodyElse() {
        CustomerCard card = cards.of(li, ChannelClass.OWN_STORE, "/").orElseThrow();

        assertThat(card.version()).isZero();
        assertThat(card.number()).isEqualTo("139****" + card.number().substring(7));
        assertThat(card.recommendations()).isEmpty();
        assertThat(card.value()).isEmpty();
        assertThat(cards.of(-1, ChannelClass.OWN_STORE, "/")).isEmpty();
    }

    @Test
    void showsWhatWasPushedAndCountsOnlyChanges() {
        Recommendation second = recommendation("b", 2, now.plusSeconds(60));
        Recommendation first = recommendation("a", 1, now.plusSeconds(60));
        cards.recommend(li, List.of(second, first, recommendation("old", 1, now.minusSeconds(1))));
        CustomerValue value = new CustomerValue("GOLD", 12_800, Optional.of(0.25), now);
        cards.value(li, value);
        cards.value(li, value);

        CustomerCard card = cards.of(li, ChannelClass.OWN_STORE, "/").orElseThrow();
        assertThat(card.recommendations()).containsExactly(first, second);
        assertThat(card.value()).contains(value);
        assertThat(card.version()).isEqualTo(2);
        assertThat(cards.of(wang, ChannelClass.OWN_STORE, "/").orElseThrow().value())
                .isEmpty();
    }

    @Test
    void saysWhoHoldsTheNumberAndWhatHeAllows() {
        assertThat(cards.of(li, ChannelClass.OWN_STORE, "/").orElseThrow().holder())
                .isEmpty();
        Individual person = done(individuals.add(Individual.Draft.of("李娜", "/"), "test"));
        done(parties.hold(li, person.id(), "test"));
        Instant before = now.minusSeconds(60);
        done(consents.record(new Consent(
                PartyRef.individual(person.id()),
                ConsentPurpose.MARKETING,
                Consent.Medium.ALL,
                true,
                before,
                "hotline",
                "test")));

        CustomerCard card = cards.of(li, ChannelClass.OWN_STORE, "/").orElseThrow();
        assertThat(card.holder().map(Holder::name)).contains("李娜");
        assertThat(card.allowed()).containsExactly(ConsentPurpose.MARKETING);
    }

    private static <T> T done(Change<T> change) {
        return switch (change) {
            case Change.Done<T> done -> done.value();
            case Change.Refused<T> refused -> throw new AssertionError(refused);
        };
    }

    @Test
    void letsEachSourceReplaceItsOwnLinesOnly() {
        StateLine online = line(StateLine.Kind.SESSION, "wifi");
        StateLine bill = line(StateLine.Kind.BILL, "bill");
        StateLine order = line(StateLine.Kind.ORDER, "order");
        cards.state(li, StateSource.ACCESS, List.of(online));
        cards.state(li, StateSource.ORDERING, List.of(bill, order));
        cards.state(li, StateSource.ORDERING, List.of(order));

        assertThat(state(li)).containsExactlyInAnyOrder(online, order);
        cards.state(li, StateSource.ACCESS, List.of());
        assertThat(state(li)).containsExactly(order);
    }

    @Test
    void losesNoPushOfManyAtTheSameTime() throws InterruptedException, ExecutionException {
        List<Callable<Boolean>> pushes = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            int number = i;
            pushes.add(() -> push(number));
        }
        together(pushes);

        CustomerCard card = cards.of(li, ChannelClass.OWN_STORE, "/").orElseThrow();
        assertThat(card.version()).isEqualTo(60);
        assertThat(card.state()).hasSize(1);
        assertThat(card.recommendations()).hasSize(1);
        assertThat(card.value()).isPresent();
    }

    private boolean push(int number) {
        switch (number % 3) {
            case 0 -> cards.state(li, StateSource.CARE, List.of(line(StateLine.Kind.CASE, "n" + number)));
            case 1 -> cards.recommend(li, List.of(recommendation("n" + number, 1, now.plusSeconds(600))));
            default -> cards.value(li, new CustomerValue("T" + number, number, Optional.empty(), now));
        }
        return true;
    }

    @Test
    void letsBatchesMeetInAnyOrder() throws InterruptedException, ExecutionException {
        List<Callable<Boolean>> pushes = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            CustomerValue value = new CustomerValue("T" + i, i, Optional.empty(), now);
            Map<Long, CustomerValue> batch = new LinkedHashMap<>();
            batch.put(i % 2 == 0 ? li : wang, value);
            batch.put(i % 2 == 0 ? wang : li, value);
            pushes.add(() -> {
                cards.value(batch);
                return true;
            });
        }
        together(pushes);
        assertThat(cards.of(li, ChannelClass.OWN_STORE, "/").orElseThrow().version())
                .isEqualTo(40);
        assertThat(cards.of(wang, ChannelClass.OWN_STORE, "/").orElseThrow().version())
                .isEqualTo(40);
    }

    private static void together(List<Callable<Boolean>> pushes) throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<Boolean> push : threads.invokeAll(pushes)) {
                assertThat(push.get()).isTrue();
            }
        }
    }

    /** Requirement B23: the touchpoints differ by the table of rights and by nothing else. */
    @Test
    void isTheSameVersionAtEveryTouchpoint() {
        cards.recommend(li, List.of(recommendation("a", 1, now.plusSeconds(60))));
        cards.state(
                li, StateSource.ORDERING, List.of(line(StateLine.Kind.BILL, "b"), line(StateLine.Kind.PRODUCT, "p")));
        cards.value(li, new CustomerValue("GOLD", 1, Optional.of(0.5), now));
        contacts.write(contact(li, portal, UUID.randomUUID(), "/"));
        CustomerCard whole = cards.of(li, ChannelClass.OWN_STORE, "/").orElseThrow();

        for (Channel channel : channels.all()) {
            assertThat(cards.of(li, channel))
                    .as(channel.code())
                    .contains(CardView.of(whole, channel.kind().ofClass()));
        }
        for (ChannelClass seenFrom : ChannelClass.values()) {
            assertThat(cards.of(li, seenFrom, "/")).as(seenFrom.name()).contains(CardView.of(whole, seenFrom));
        }
        assertThat(whole.version()).isEqualTo(3);
    }

    @Test
    void showsAContactAndPrefersItsChannelAtOnce() {
        everybodyUsesThePortalToo();
        double before = preference(li, hotline);
        UUID visit = UUID.randomUUID();
        contacts.write(contact(li, hotline, visit, "/zj/"));
        double once = preference(li, hotline);
        contacts.write(contact(li, hotline, visit, "/zj/"));
        double sameVisit = preference(li, hotline);
        contacts.write(contact(li, portal, UUID.randomUUID(), "/zj/").outbound());

        assertThat(once).isGreaterThan(before);
        assertThat(sameVisit).isEqualTo(once);
        assertThat(preference(li, hotline)).isEqualTo(once);
        assertThat(cards.of(li, ChannelClass.OWN_STORE, "/").orElseThrow().history())
                .hasSize(3);
    }

    @Test
    void prefersWhatEverybodyDoesBeforeTheFirstContact() {
        for (int i = 0; i < 3; i++) {
            contacts.write(contact(wang, hotline, UUID.randomUUID(), "/"));
        }
        everybodyUsesThePortalToo();

        List<ChannelPreference> everybody =
                cards.of(li, ChannelClass.OWN_STORE, "/").orElseThrow().preference();
        assertThat(everybody).isNotEmpty();
        assertThat(everybody.stream().mapToDouble(ChannelPreference::share).sum())
                .isCloseTo(1, within(1e-9));
        assertThat(preference(wang, hotline)).isGreaterThan(preference(li, hotline));
    }

    private void everybodyUsesThePortalToo() {
        contacts.write(contact(STRANGER, portal, UUID.randomUUID(), "/"));
        shares.sum(1);
    }

    @Test
    void showsTheNoticesOfTheTouchpointAndOfWhereTheCustomerWas() {
        String hangzhou = "/hz" + li + "/";
        areas.add("/", "hz" + li, "杭州", "test");
        Notice outage = raise(hangzhou);

        assertThat(noticesAt("/")).doesNotContain(outage);
        assertThat(noticesAt(hangzhou + "west/")).contains(outage);
        contacts.write(contact(li, portal, UUID.randomUUID(), hangzhou + "east/"));
        assertThat(noticesAt("/")).contains(outage);
    }

    private List<Notice> noticesAt(String areaPath) {
        return cards.of(li, ChannelClass.OWN_STORE, areaPath).orElseThrow().notices();
    }

    private Notice raise(String areaPath) {
        Notices.Draft draft = new Notices.Draft(
                Notice.Kind.OUTAGE, areaPath, "故障", "Outage", now.minusSeconds(60), now.plusSeconds(600));
        return ((NoticeChange.Done) notices.raise(draft, "test")).notice();
    }

    private double preference(long subscriber, Channel channel) {
        return cards.of(subscriber, ChannelClass.OWN_STORE, "/").orElseThrow().preference().stream()
                .filter(one -> one.channel().equals(channel.id()))
                .mapToDouble(ChannelPreference::share)
                .sum();
    }

    private List<StateLine> state(long subscriber) {
        return cards.of(subscriber, ChannelClass.OWN_STORE, "/").orElseThrow().state();
    }

    private Contact contact(long subscriber, Channel channel, UUID journey, String areaPath) {
        Contact.Source source = new Contact.Source("test", UUID.randomUUID().toString());
        return Contact.inbound(source, journey, channel.id(), ContactKind.ENQUIRY, now)
                .with(Contact.Whom.subscriber(subscriber))
                .in(Contact.Where.area(areaPath));
    }

    private Recommendation recommendation(String offering, int priority, Instant until) {
        return new Recommendation(offering, "升级", "Upgrade", priority, "流量多", "Uses much", until);
    }

    private StateLine line(StateLine.Kind kind, String product) {
        return new StateLine(kind, product, "ACTIVE", now, "使用中", "In use");
    }
}
