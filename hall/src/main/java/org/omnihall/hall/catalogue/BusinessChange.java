package org.omnihall.hall.catalogue;

/** What became of a wish to change a business, the thresholds or the table of permissions. */
public sealed interface BusinessChange {

    record Done() implements BusinessChange {}

    /** Nothing was changed. */
    record Refused(Reason reason) implements BusinessChange {}

    /** Why it cannot be as wished; the words are {@code catalogue.refused.NAME}. */
    enum Reason {
        UNKNOWN,
        CODE_TAKEN,
        IN_USE,
        BAD_THRESHOLDS,
        SENSITIVE_OUTSIDE_OWN_STORE,
        NOBODY_COMPLETES,
        ONLY_IS_NOT_ALONE
    }
}
