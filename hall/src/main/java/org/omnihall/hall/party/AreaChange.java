package org.omnihall.hall.party;

/** What became of a wish to change the tree of Areas. */
public sealed interface AreaChange {

    /** The Area as it is now. */
    record Done(Area area) implements AreaChange {}

    /** Nothing was changed. */
    record Refused(Reason reason) implements AreaChange {}

    /** Why an Area cannot be as wished. */
    enum Reason {
        UNKNOWN,
        BAD_CODE,
        NO_NAME,
        TOO_DEEP,
        TAKEN,
        ROOT,
        INTO_ITSELF
    }
}
