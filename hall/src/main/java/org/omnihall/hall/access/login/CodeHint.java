package org.omnihall.hall.access.login;

/**
 * What the code page tells about the code on its way.
 *
 * @param number masked; empty where a controller translates addresses, because there the address proves nobody
 * @param cooling seconds until the code may be sent again
 * @param life seconds that the code still works
 * @param tries entries that are left
 */
public record CodeHint(String number, long cooling, long life, int tries, Fate fate) {

    /** How the message fares, as the page says it. */
    public enum Fate {
        ON_ITS_WAY,
        DELIVERED,
        LATE,
        NOT_DELIVERED
    }
}
