package org.omnihall.hall.catalogue;

/** Whether a channel may complete a business (requirement B16). */
public sealed interface Completion {

    record Allowed(Permission permission) implements Completion {}

    record Refused(Reason reason) implements Completion {}

    /** Why not; the words are {@code catalogue.completion.NAME}. */
    enum Reason {
        /** The table keeps this type of business away from this class of channels. */
        TYPE_NOT_HERE,
        SENSITIVE_OUTSIDE_OWN_STORE,
        /** The channel is planned, suspended or closed. */
        CHANNEL_NOT_OPEN
    }
}
