package org.omnihall.hall.enterprise.entry;

/** What a typed code was worth; the words of those that are wrong are {@code enterprise.code.NAME}. */
enum Guess {
    RIGHT,
    WRONG,
    /** It had too many wrong entries, or the number had today. */
    TRIES_SPENT,
    /** It is used, too old, or was never sent. */
    EXPIRED
}
