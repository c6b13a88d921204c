package org.omnihall.hall.access.login;

import java.time.Instant;
import java.util.Optional;
import org.omnihall.hall.access.attempt.Act;
import org.omnihall.hall.access.attempt.Attempt;
import org.omnihall.hall.access.attempt.Attempts;
import org.omnihall.hall.access.attempt.Journey;
import org.omnihall.hall.access.attempt.State;
import org.omnihall.hall.access.funnel.Drop;
import org.omnihall.hall.access.funnel.Funnel;
import org.omnihall.hall.access.funnel.Step;
import org.omnihall.hall.access.slot.SlotTickets;
import org.omnihall.hall.channel.ChannelId;
import org.omnihall.hall.channel.Channels;
import org.omnihall.hall.decision.SlotChoice;
import org.omnihall.hall.decision.SlotChoices;
import org.omnihall.hall.decision.SlotItem;
import org.omnihall.hall.decision.SlotPlace;
import org.omnihall.hall.decision.SlotRequest;
import org.springframework.stereotype.Component;

/** The slot of a returning phone: begun when it is first seen, left with its ticket after its time (rule 19). */
@Component
class Slots {

    private static final String CHANNEL = "portal";

    /** What leaving a slot came to. */
    sealed interface Left {

        /** On the way online. */
        record Connecting(Attempt attempt) implements Left {}

        record Shown(Reply reply) implements Left {}

        /** The call was no page's of ours. */
        record Refused(Drop reason) implements Left {}
    }

    private final Attempts attempts;
    private final SlotTickets tickets;
    private final Funnel funnel;
    private final SlotChoices choices;
    private final Channels channels;

    Slots(Attempts attempts, SlotTickets tickets, Funnel funnel, SlotChoices choices, Channels channels) {
        this.attempts = attempts;
        this.choices = choices;
        this.channels = channels;
        this.tickets = tickets;
        this.funnel = funnel;
    }

    /** The attempt with its slot begun, if it is one that shows a slot now. */
    Attempt seen(Attempt attempt, Ground.Facts here, Instant now) {
        if (!Journey.allows(attempt, Act.SEE_SLOT, now) || !Journey.beginsAnew(attempt.state(), now, here.slot())) {
            return attempt;
        }
        Optional<State> begun = switch (attempt.state()) {
            case State.Known known -> Optional.of(new State.Slot(now, known.subscriber(), known.way()));
            case State.Slot old -> Optional.of(new State.Slot(now, old.subscriber(), old.way()));
            case State.Asked s -> Optional.empty();
            case State.Refused s -> Optional.empty();
            case State.Coded s -> Optional.empty();
            case State.Connecting s -> Optional.empty();
            case State.Online s -> Optional.empty();
            case State.Failed s -> Optional.empty();
            case State.Ended s -> Optional.empty();
        };
        if (begun.isEmpty() || !attempts.move(attempt, begun.get())) {
            return attempts.find(attempt.id()).orElse(attempt);
        }
        shown(attempt.in(begun.get()), now);
        funnel.reached(attempt.where(), Step.SLOT_SHOWN, now);
        return attempt.in(begun.get());
    }

    /** What the slot shows: chosen when it is first seen, the same as often as it is looked at again. */
    Optional<SlotItem> shown(Attempt attempt, Instant now) {
        return channels.byCode(CHANNEL)
                .flatMap(portal -> choices.show(request(attempt, portal.id(), now)))
                .flatMap(SlotChoice::item);
    }

    /** The customer wants to know more once he is online. */
    void clicked(Attempt attempt, Instant now) {
        attempts.clicked(attempt.id(), now);
        choices.clicked(SlotRequest.choice(SlotPlace.PORTAL, attempt.id()), now);
    }

    private static SlotRequest request(Attempt attempt, ChannelId portal, Instant now) {
        Optional<Long> subscriber =
                attempt.state() instanceof State.Slot slot ? Optional.of(slot.subscriber()) : Optional.empty();
        return new SlotRequest(
                SlotPlace.PORTAL,
                attempt.id(),
                portal,
                subscriber,
                attempt.spot().areaPath(),
                now);
    }

    String ticket(Attempt attempt) {
        return tickets.of(attempt, attempt.state().since());
    }

    Left leave(Attempt attempt, Ground.Facts here, String ticket, Instant now) {
        SlotTickets.Worth worth = tickets.judge(attempt, ticket, now, here.slot());
        return switch (worth) {
            case GOOD -> connecting(attempt, now);
            case EARLY -> refused(attempt, Drop.SLOT_EARLY, now);
            case FORGED -> refused(attempt, Drop.SLOT_FORGED, now);
            case LATE -> shown(attempt, Drop.SLOT_LATE, now);
            case USED -> shown(attempt, Drop.SLOT_USED, now);
        };
    }

    private Left connecting(Attempt attempt, Instant now) {
        if (!(attempt.state() instanceof State.Slot slot) || !Journey.allows(attempt, Act.LEAVE_SLOT, now)) {
            return new Left.Shown(Reply.Show.plain());
        }
        State.Connecting connecting = new State.Connecting(now, slot.subscriber(), slot.way());
        return attempts.move(attempt, connecting)
                ? new Left.Connecting(attempt.in(connecting))
                : new Left.Shown(Reply.Show.plain());
    }

    private Left refused(Attempt attempt, Drop reason, Instant now) {
        funnel.dropped(attempt.where(), reason, now);
        return new Left.Refused(reason);
    }

    private Left shown(Attempt attempt, Drop reason, Instant now) {
        funnel.dropped(attempt.where(), reason, now);
        return new Left.Shown(Reply.Show.plain());
    }
}
