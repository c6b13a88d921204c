package org.omnihall.hall.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.channel.ChannelId;
import org.omnihall.hall.channel.ChannelKind;
import org.omnihall.hall.interaction.Handover.Act;
import org.omnihall.hall.interaction.Handover.State;
import org.omnihall.hall.interaction.HandoverChange.Done;
import org.omnihall.hall.interaction.HandoverChange.Reason;
import org.omnihall.hall.interaction.HandoverChange.Refused;
import org.omnihall.hall.ordering.OrderState;
import org.omnihall.hall.party.Areas;
import org.omnihall.hall.shell.Paging;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A hand-over waits, is taken by one, and is done or given back; each step stands in the customer's journey. */
@HallTest
class HandoversTest extends HandoverPlaces {

    private final Journeys journeys;
    private final Contacts contacts;
    private final Areas areas;
    private final JdbcClient db;
    private final Clock clock;

    @Autowired
    HandoversTest(Journeys journeys, Contacts contacts, ApplicationContext hall) {
        super(hall);
        this.journeys = journeys;
        this.contacts = contacts;
        this.areas = hall.getBean(Areas.class);
        this.db = hall.getBean(JdbcClient.class);
        this.clock = hall.getBean(Clock.class);
    }

    @Test
    void doesInEachStateWhatTheTableOfStatesAllows() {
        for (State state : State.values()) {
            for (Act act : Act.values()) {
                long id = in(state);
                HandoverChange change = act(id, act);
                State then = handovers.find(id).orElseThrow().state();
                assertThat(then)
                        .as("%s %s", state, act)
                        .isEqualTo(state.after(act).orElse(state));
                assertThat(change instanceof Done)
                        .as("%s %s", state, act)
                        .isEqualTo(state.after(act).isPresent());
            }
        }
    }

    @Test
    void isTakenByOneOfFiftyWhoTakeItAtOnce() throws InterruptedException {
        long id = in(State.WAITING);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<HandoverChange>> all = IntStream.range(0, 50)
                    .mapToObj(i -> (Callable<HandoverChange>)
                            () -> handovers.take(id, new Handovers.By("agent-" + i, hotline)))
                    .toList();
            List<HandoverChange> told =
                    threads.invokeAll(all).stream().map(Future::resultNow).toList();
            assertThat(told.stream().filter(Done.class::isInstance)).hasSize(1);
            assertThat(told.stream().filter(Refused.class::isInstance))
                    .hasSize(49)
                    .allMatch(new Refused(Reason.ANOTHER_ONE)::equals);
        }
        assertThat(steps(id)).containsExactly("GIVEN", "TAKEN");
    }

    @Test
    void writesEachStepIntoTheJourneyOnce() {
        long id = in(State.TAKEN);
        act(id, Act.GIVE_BACK);
        act(id, Act.TAKE);
        act(id, Act.FINISH);
        act(id, Act.FINISH);
        assertThat(steps(id)).containsExactly("GIVEN", "TAKEN", "GIVEN_BACK", "TAKEN", "FINISHED");
        assertThat(journeys.of(journey(id)))
                .allSatisfy(row -> assertThat(row.contact().whom().subscriber()).contains(li));
    }

    @Test
    void endsWithItsOrder() {
        for (OrderState state : OrderState.values()) {
            for (State before : List.of(State.WAITING, State.TAKEN)) {
                long order = 900_000 + NUMBERS.incrementAndGet();
                long id = given(draft(Handover.Thing.ORDER, Optional.of(order), "", store, hotline, Set.of("SALES")));
                if (before == State.TAKEN) {
                    act(id, Act.TAKE);
                }
                told(order, id, "elsewhere", state);
                assertThat(handovers.find(id).orElseThrow().state())
                        .as("another's %s", state)
                        .isEqualTo(before);
                told(order, id, "ordering.order", state);
                assertThat(handovers.find(id).orElseThrow().state())
                        .as("%s %s", before, state)
                        .isEqualTo(!state.isEnd() ? before : before == State.TAKEN ? State.DONE : State.WITHDRAWN);
            }
        }
    }

    private void told(long order, long id, String source, OrderState state) {
        contacts.write(Contact.inbound(
                        new Contact.Source(source, order + ":" + state),
                        journey(id),
                        hotline,
                        ContactKind.ORDER,
                        clock.instant())
                .with(Contact.Whom.subscriber(li))
                .ended(state.name())
                .saying(Map.of("order", Long.toString(order))));
    }

    @Test
    void showsWhoGaveManyTheNewest() {
        List<Long> given = IntStream.range(0, Handovers.MOST + 1)
                .mapToObj(i -> in(State.WAITING))
                .toList();
        assertThat(handovers.givenBy(store).stream().map(Handover::id))
                .hasSize(Handovers.MOST)
                .contains(given.getLast())
                .doesNotContain(given.getFirst());
    }

    @Test
    void listsWhatWaitsAtAChannelWithTheOldestFirst() {
        ChannelId from = channel(ChannelKind.MANAGER, "/");
        long first = in(State.WAITING);
        long second = in(State.TAKEN);
        in(State.DONE);
        in(State.WITHDRAWN);
        assertThat(handovers.waitingAt(hotline, Paging.first()).rows().stream().map(Handover::id))
                .containsExactly(first, second);
        Paging one = new Paging(1, List.of());
        String next = handovers.waitingAt(hotline, one).next().orElseThrow();
        assertThat(handovers.waitingAt(hotline, new Paging(1, List.of(next))).rows().stream()
                        .map(Handover::id))
                .containsExactly(second);
        assertThat(handovers.givenBy(store).stream().map(Handover::id)).containsExactly(second, first);
        assertThat(handovers.givenBy(from)).isEmpty();
        assertThat(handovers.openFor(Contact.Whom.subscriber(li)).stream().map(Handover::id))
                .containsExactly(second, first);
    }

    @Test
    void followsAnAreaThatMoved() {
        areas.add("/", "hand", "Hand", "test");
        areas.add("/", "over", "Over", "test");
        areas.add("/hand/", "west", "West", "test");
        long id = in(State.WAITING);
        db.sql("update interaction.handover set area_path = '/hand/west/' where id = ?")
                .param(id)
                .update();
        areas.move("/hand/west/", "/over/", "test");
        assertThat(handovers.find(id).orElseThrow().areaPath()).isEqualTo("/over/west/");
    }

    private List<String> steps(long id) {
        return journeys.of(journey(id)).stream()
                .map(row -> row.contact().outcome())
                .toList();
    }

    private UUID journey(long id) {
        return handovers.find(id).orElseThrow().matter().journey();
    }
}
