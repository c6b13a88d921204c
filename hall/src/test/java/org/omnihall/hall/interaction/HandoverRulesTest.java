package org.omnihall.hall.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.channel.ChannelId;
import org.omnihall.hall.channel.ChannelKind;
import org.omnihall.hall.channel.ChannelStatus;
import org.omnihall.hall.interaction.Handover.Act;
import org.omnihall.hall.interaction.Handover.State;
import org.omnihall.hall.interaction.HandoverChange.Reason;
import org.omnihall.hall.interaction.HandoverChange.Refused;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A hand-over goes where it may only, to one channel at a time, and each step is taken by whom it is for. */
@HallTest
class HandoverRulesTest extends HandoverPlaces {

    @Autowired
    HandoverRulesTest(ApplicationContext hall) {
        super(hall);
    }

    @Test
    void letsOnlyWhoTookItFinishItAndOnlyWhoGaveItWithdrawIt() {
        long taken = in(State.TAKEN);
        Handovers.By other = new Handovers.By("another", hotline);
        assertThat(handovers.finish(taken, other)).isEqualTo(new Refused(Reason.ANOTHER_ONE));
        assertThat(handovers.giveBack(taken, other)).isEqualTo(new Refused(Reason.ANOTHER_ONE));
        long waiting = in(State.WAITING);
        assertThat(handovers.take(waiting, new Handovers.By("agent", store)))
                .isEqualTo(new Refused(Reason.ANOTHER_CHANNEL));
        assertThat(handovers.withdraw(waiting, new Handovers.By("agent", hotline)))
                .isEqualTo(new Refused(Reason.ANOTHER_CHANNEL));
        assertThat(handovers.take(0, other)).isEqualTo(new Refused(Reason.UNKNOWN));
    }

    @Test
    void refusesWhatMayNotGoThere() {
        ChannelId stranger = channel(ChannelKind.HALL, "/");
        assertThat(refusal(draft("", store, stranger, Set.of("SALES")))).isEqualTo(Reason.NOT_RELATED);
        assertThat(refusal(draft("", store, store, Set.of("SALES")))).isEqualTo(Reason.SAME_CHANNEL);
        assertThat(refusal(draft("", store, hotline, Set.of("SALES", "SENSITIVE"))))
                .isEqualTo(Reason.MAY_NOT_CARRY);
        assertThat(refusal(draft("", hotline, store, Set.of("SENSITIVE")))).isNull();
        assertThat(refusal(draft("x".repeat(200), store, hotline, Set.of("SALES"))))
                .isNull();
        assertThat(refusal(draft("x".repeat(201), store, hotline, Set.of("SALES"))))
                .isEqualTo(Reason.REMARK_TOO_LONG);
        assertThat(refusal(draft("call 138 5719 0160 back", store, hotline, Set.of("SALES"))))
                .isEqualTo(Reason.NUMBER_IN_REMARK);
        book.move(hotline, ChannelStatus.SUSPENDED, "test");
        assertThat(refusal(draft("", store, hotline, Set.of("SALES")))).isEqualTo(Reason.SHUT);
    }

    @Test
    void sendsAnOrderToOneChannelAtATime() {
        long order = 900_000 + NUMBERS.incrementAndGet();
        Handover.Draft cart = draft(Handover.Thing.CART, Optional.of(order), "", store, hotline, Set.of("SALES"));
        long first = given(cart);
        assertThat(refusal(cart)).isEqualTo(Reason.ON_ITS_WAY);
        act(first, Act.WITHDRAW);
        assertThat(refusal(cart)).isNull();
    }

    @Test
    void sendsAWishOfAJourneyToOneChannelAtATime() {
        Handover.Draft wish = draft("", store, hotline, Set.of("SALES"));
        long first = given(wish);
        assertThat(refusal(wish)).isEqualTo(Reason.ON_ITS_WAY);
        act(first, Act.WITHDRAW);
        assertThat(refusal(wish)).isNull();
    }

    private @org.jspecify.annotations.Nullable Reason refusal(Handover.Draft draft) {
        return handovers.give(draft, "clerk") instanceof Refused refused ? refused.reason() : null;
    }
}
