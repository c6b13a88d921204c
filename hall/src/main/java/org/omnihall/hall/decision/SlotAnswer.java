package org.omnihall.hall.decision;

import java.util.Optional;

/** What comes of asking what a slot shows. */
public sealed interface SlotAnswer {

    /**
     * A choice, which is durable.
     *
     * @param told the words that are kept with it
     */
    record Chosen(SlotChoice choice, Optional<String> told) implements SlotAnswer {}

    /** The customer is none of ours; nothing is written down. */
    record UnknownCustomer() implements SlotAnswer {}
}
