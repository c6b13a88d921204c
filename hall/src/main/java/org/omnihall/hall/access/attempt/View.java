package org.omnihall.hall.access.attempt;

import java.time.Duration;
import org.omnihall.hall.access.funnel.Drop;

/** The page that a handle shows now. */
public sealed interface View {

    record NumberForm() implements View {}

    /** The one page for every refusal of a number. */
    record Refusal() implements View {}

    record CodeForm() implements View {}

    /** The slot, with the time that is left until it may be left. */
    record SlotPage(Duration left) implements View {}

    record ConnectingPage() implements View {}

    record Success() implements View {}

    record Failure(Drop reason) implements View {}

    record Goodbye() implements View {}

    /** The attempt is over; the phone must come by the access controller's redirect again. */
    record Expired() implements View {}
}
