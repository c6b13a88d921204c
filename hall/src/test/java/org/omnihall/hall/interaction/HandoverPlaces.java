package org.omnihall.hall.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.omnihall.hall.channel.ChannelBook;
import org.omnihall.hall.channel.ChannelChange;
import org.omnihall.hall.channel.ChannelId;
import org.omnihall.hall.channel.ChannelKind;
import org.omnihall.hall.channel.Relation;
import org.omnihall.hall.channel.RelationKind;
import org.omnihall.hall.channel.Relations;
import org.omnihall.hall.channel.SomeChannel;
import org.omnihall.hall.interaction.Handover.Act;
import org.omnihall.hall.interaction.Handover.State;
import org.omnihall.hall.interaction.HandoverChange.Done;
import org.omnihall.hall.party.Subscribers;
import org.springframework.context.ApplicationContext;

/** A store, the hotline that complements it, and hand-overs of one customer between the two. */
abstract class HandoverPlaces {

    static final AtomicLong NUMBERS = new AtomicLong();

    final Handovers handovers;
    final ChannelBook book;
    final long li;
    final ChannelId store;
    final ChannelId hotline;

    HandoverPlaces(ApplicationContext hall) {
        this.handovers = hall.getBean(Handovers.class);
        this.book = hall.getBean(ChannelBook.class);
        this.li = OnCards.anybody(hall.getBean(Subscribers.class));
        this.store = channel(ChannelKind.HALL, "/");
        this.hotline = channel(ChannelKind.HOTLINE, "/");
        ChannelChange related = hall.getBean(Relations.class)
                .declare(new Relation(0, store, hotline, RelationKind.COMPLEMENT, Optional.empty()), "test");
        assertThat(related).isInstanceOf(ChannelChange.Done.class);
    }

    long in(State state) {
        long id = given(draft("", store, hotline, Set.of("SALES")));
        switch (state) {
            case WAITING -> {}
            case TAKEN -> act(id, Act.TAKE);
            case DONE -> {
                act(id, Act.TAKE);
                act(id, Act.FINISH);
            }
            case WITHDRAWN -> act(id, Act.WITHDRAW);
        }
        assertThat(handovers.find(id).orElseThrow().state()).isEqualTo(state);
        return id;
    }

    HandoverChange act(long id, Act act) {
        return switch (act) {
            case TAKE -> handovers.take(id, new Handovers.By("agent", hotline));
            case FINISH -> handovers.finish(id, new Handovers.By("agent", hotline));
            case GIVE_BACK -> handovers.giveBack(id, new Handovers.By("agent", hotline));
            case WITHDRAW -> handovers.withdraw(id, new Handovers.By("clerk", store));
        };
    }

    long given(Handover.Draft draft) {
        HandoverChange change = handovers.give(draft, "clerk");
        assertThat(change).isInstanceOf(Done.class);
        return ((Done) change).handover().id();
    }

    Handover.Draft draft(String remark, ChannelId from, ChannelId to, Set<String> types) {
        return draft(Handover.Thing.WISH, Optional.empty(), remark, from, to, types);
    }

    Handover.Draft draft(
            Handover.Thing thing,
            Optional<Long> order,
            String remark,
            ChannelId from,
            ChannelId to,
            Set<String> types) {
        return new Handover.Draft(
                new Handover.Matter(
                        UUID.randomUUID(), Contact.Whom.subscriber(li), thing, order, "order-standard", remark),
                types,
                new Handover.Way(from, to, "COST", List.of("LOW_VALUE_CHEAPEST")));
    }

    ChannelId channel(ChannelKind kind, String areaPath) {
        ChannelChange change =
                book.add(SomeChannel.of("handover-" + NUMBERS.incrementAndGet(), kind, areaPath), "test");
        return ((ChannelChange.Done) change).channel().id();
    }
}
