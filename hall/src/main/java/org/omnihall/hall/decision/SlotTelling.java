package org.omnihall.hall.decision;

/** Puts a choice into the words that its asker gets and that are kept with it. Pure. */
@FunctionalInterface
public interface SlotTelling {
    String tell(SlotRequest request, SlotChoice choice);
}
