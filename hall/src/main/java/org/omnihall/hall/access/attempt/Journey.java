package org.omnihall.hall.access.attempt;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.omnihall.hall.access.attempt.State.Asked;
import org.omnihall.hall.access.attempt.State.Coded;
import org.omnihall.hall.access.attempt.State.Connecting;
import org.omnihall.hall.access.attempt.State.Ended;
import org.omnihall.hall.access.attempt.State.Failed;
import org.omnihall.hall.access.attempt.State.Known;
import org.omnihall.hall.access.attempt.State.Online;
import org.omnihall.hall.access.attempt.State.Refused;
import org.omnihall.hall.access.attempt.State.Slot;

/**
 * The rules of an attempt: which page it shows and what it allows. Pure; the time is handed in.
 *
 * <p>The slot is shown before the login packet is sent, because phones close their mini-browser the moment the network opens (rule 19); its
 * seconds are counted here and not in the browser.
 */
public final class Journey {

    /** After so long in {@link Connecting} nobody works on it any more: the process was stopped in between. */
    static final Duration CONNECTING_AT_MOST = Duration.ofSeconds(45);

    private Journey() {}

    public static View view(Attempt attempt, Instant now, SlotTimes slot) {
        if (attempt.expired(now)) {
            return new View.Expired();
        }
        return switch (attempt.state()) {
            case Asked asked -> new View.NumberForm();
            case Refused refused -> new View.Refusal();
            case Coded coded -> new View.CodeForm();
            case Known known -> new View.SlotPage(slot.shortest());
            case Slot shown -> new View.SlotPage(left(shown, now, slot));
            case Connecting connecting -> new View.ConnectingPage();
            case Online online -> new View.Success();
            case Failed failed -> new View.Failure(failed.reason());
            case Ended ended -> new View.Goodbye();
        };
    }

    public static boolean allows(Attempt attempt, Act act, Instant now) {
        return !attempt.expired(now) && allowed(attempt.state(), now).contains(act);
    }

    private static Set<Act> allowed(State state, Instant now) {
        return switch (state) {
            case Asked asked -> EnumSet.of(Act.GIVE_NUMBER);
            case Refused refused -> EnumSet.of(Act.GIVE_NUMBER, Act.CHANGE_NUMBER);
            case Coded coded -> EnumSet.of(Act.GIVE_CODE, Act.SEND_AGAIN, Act.CHANGE_NUMBER);
            case Known known -> EnumSet.of(Act.SEE_SLOT, Act.CHANGE_NUMBER);
            case Slot shown -> EnumSet.of(Act.SEE_SLOT, Act.LEAVE_SLOT, Act.CLICK, Act.CHANGE_NUMBER);
            case Connecting connecting ->
                abandoned(connecting, now) ? EnumSet.of(Act.TRY_AGAIN, Act.CLICK) : EnumSet.of(Act.CLICK);
            case Online online -> EnumSet.of(Act.LOG_OUT, Act.CLICK);
            case Failed failed -> EnumSet.of(Act.TRY_AGAIN, Act.CHANGE_NUMBER);
            case Ended ended -> EnumSet.of(Act.CHANGE_NUMBER);
        };
    }

    static boolean abandoned(Connecting connecting, Instant now) {
        return now.isAfter(connecting.since().plus(CONNECTING_AT_MOST));
    }

    /** A slot that was left open too long begins anew when it is looked at again. */
    public static boolean beginsAnew(State state, Instant now, SlotTimes slot) {
        return switch (state) {
            case Known known -> true;
            case Slot shown -> now.isAfter(shown.since().plus(slot.longest()));
            case Asked a -> false;
            case Refused r -> false;
            case Coded c -> false;
            case Connecting c -> false;
            case Online o -> false;
            case Failed f -> false;
            case Ended e -> false;
        };
    }

    private static Duration left(Slot shown, Instant now, SlotTimes slot) {
        Duration left = Duration.between(now, shown.since().plus(slot.shortest()));
        return left.isNegative() ? Duration.ZERO : left;
    }
}
