package org.omnihall.hall.ordering;

/**
 * One kind of step that makes an order real (requirement D2). Whoever can do something offers it by a bean of this type; an offering can be
 * published only where all kinds of its plan are offered.
 *
 * <p>A step is run at least once: when a node dies between the deed and its record, another runs it again. What belongs to
 * {@link StepContext#key()} is therefore done once only, and asking for it again tells the same.
 */
public interface FulfilmentPort {

    /** The kind as plans name it, such as {@code wlan.venue}. */
    String kind();

    /** Does it, or finds it done. */
    StepOutcome run(StepContext context);

    /** Takes back what was done under the key, in part or as a whole; where nothing was done, there is nothing to take back. */
    StepOutcome undo(StepContext context);

    /** Whether it is to be run again where a product is changed or kept after its trial. */
    default boolean runsOnChange() {
        return false;
    }
}
