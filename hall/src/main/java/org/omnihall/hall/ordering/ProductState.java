package org.omnihall.hall.ordering;

/** Whether a product works (TMF637 ProductStatusType). */
public enum ProductState {
    ACTIVE("active"),
    SUSPENDED("suspended"),
    TERMINATED("terminated");

    private final String shown;

    ProductState(String shown) {
        this.shown = shown;
    }

    /** How good or bad it is, as a badge's tone. */
    public String tone() {
        return switch (this) {
            case ACTIVE -> "good";
            case SUSPENDED -> "warn";
            case TERMINATED -> "calm";
        };
    }

    /** The word of TMF637. */
    public String shown() {
        return shown;
    }
}
