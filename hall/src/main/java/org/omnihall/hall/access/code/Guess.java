package org.omnihall.hall.access.code;

/** What a typed code was worth. */
public enum Guess {
    RIGHT,
    WRONG,
    /** No tries left for this number and handle until the code's life is over. */
    TRIES_SPENT,
    /** Too many wrong codes for this number today, over all codes. */
    DAY_SPENT,
    EXPIRED,
    USED
}
