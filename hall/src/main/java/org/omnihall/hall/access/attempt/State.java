package org.omnihall.hall.access.attempt;

import java.time.Instant;
import org.omnihall.hall.access.funnel.Drop;
import org.omnihall.octets.Octets;

/** Where an attempt stands. What each state shows and allows is decided by {@link Journey}. */
public sealed interface State {

    /** Since when it is in this state. */
    Instant since();

    /** The number is asked for. */
    record Asked(Instant since) implements State {}

    /** The number was refused; the page does not say why. */
    record Refused(Instant since) implements State {}

    /** A code was sent and is waited for. The key is the keyed hash of the number. */
    record Coded(Instant since, long subscriber, Octets numberKey) implements State {}

    /** Known by code or binding; the slot begins when its page is first shown. */
    record Known(Instant since, long subscriber, Way way) implements State {}

    /** The slot page is being looked at since then. */
    record Slot(Instant since, long subscriber, Way way) implements State {}

    /** The access controller is being asked. */
    record Connecting(Instant since, long subscriber, Way way) implements State {}

    record Online(Instant since, long subscriber, Way way) implements State {}

    /** The controller or the RADIUS server said no, or nothing; the subscriber may try again without a new code. */
    record Failed(Instant since, long subscriber, Way way, Drop reason) implements State {}

    /** Logged out. */
    record Ended(Instant since) implements State {}
}
