package org.omnihall.hall.ordering;

/** What became of an order that was placed. */
public sealed interface Placement {

    /** It is written down; the same key gives the same order again, as it stands now. */
    record Placed(Order order) implements Placement {}

    /**
     * Nothing was written.
     *
     * @param detail the offering, question or product it is about; may be empty
     */
    record Refused(Refusal reason, String detail) implements Placement {}
}
