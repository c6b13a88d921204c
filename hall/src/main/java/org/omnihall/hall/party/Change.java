package org.omnihall.hall.party;

/**
 * What became of a wish to change what is known of persons and companies.
 *
 * @param <T> what it is about
 */
public sealed interface Change<T> {

    /** It is done and audited: the thing as it is now. */
    record Done<T>(T value) implements Change<T> {}

    /** Nothing was changed. */
    record Refused<T>(Reason reason) implements Change<T> {}

    /** Why a thing cannot be as wished. Its text is {@code party.refused.NAME}. */
    enum Reason {
        UNKNOWN,
        NO_NAME,
        TOO_LONG,
        UNKNOWN_AREA,
        BAD_CODE,
        CODE_TAKEN,
        BAD_CERTIFICATE,
        CERTIFICATE_TAKEN,
        TOO_MANY_NUMBERS,
        BAD_NUMBER,
        HELD_ELSEWHERE,
        UNKNOWN_INDUSTRY,
        UNKNOWN_SIZE,
        UNKNOWN_PARENT,
        CIRCLE,
        UNKNOWN_GRID,
        GRID_ELSEWHERE,
        NO_MANAGER,
        BAD_MANAGER,
        NAME_TAKEN,
        IN_USE,
        BAD_DAYS,
        OVERLAPS,
        BAD_AMOUNT,
        NO_REASON,
        CLOSED,
        BAD_LOGIN,
        LOGIN_TAKEN,
        WEAK_PASSWORD,
        NO_ROLE,
        LAST_ADMIN,
        SAME,
        KEPT_IS_BELOW,
        CHANGED_SINCE,
        ALREADY
    }

    static <T> Change<T> done(T value) {
        return new Done<>(value);
    }

    static <T> Change<T> refused(Reason reason) {
        return new Refused<>(reason);
    }
}
