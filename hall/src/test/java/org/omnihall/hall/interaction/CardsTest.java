package org.omnihall.hall.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omnihall.hall.interaction.OnCards.line;
import static org.omnihall.hall.interaction.OnCards.recommendation;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.channel.ChannelClass;
import org.omnihall.hall.party.Change;
import org.omnihall.hall.party.Consent;
import org.omnihall.hall.party.ConsentPurpose;
import org.omnihall.hall.party.Consents;
import org.omnihall.hall.party.Individual;
import org.omnihall.hall.party.Individuals;
import org.omnihall.hall.party.Parties;
import org.omnihall.hall.party.PartyRef;
import org.omnihall.hall.party.Subscribers;
import org.springframework.beans.factory.annotation.Autowired;

/** What is pushed onto the card that all touchpoints share (requirement B23). */
@HallTest
class CardsTest {

    private final Cards cards;
    private final Individuals individuals;
    private final Parties parties;
    private final Consents consents;
    private final long li;
    private final long wang;
    private final Instant now;

    @Autowired
    CardsTest(
            Cards cards,
            Individuals individuals,
            Parties parties,
            Consents consents,
            Subscribers subscribers,
            Clock clock) {
        this.cards = cards;
        this.individuals = individuals;
        this.parties = parties;
        this.consents = consents;
        this.li = OnCards.anybody(subscribers);
        this.wang = OnCards.anybody(subscribers);
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
        StateLine online = line(StateLine.Kind.SESSION, "wifi", now);
        StateLine bill = line(StateLine.Kind.BILL, "bill", now);
        StateLine order = line(StateLine.Kind.ORDER, "order", now);
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
            case 0 -> cards.state(li, StateSource.CARE, List.of(line(StateLine.Kind.CASE, "n" + number, now)));
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

    private List<StateLine> state(long subscriber) {
        return cards.of(subscriber, ChannelClass.OWN_STORE, "/").orElseThrow().state();
    }
}
