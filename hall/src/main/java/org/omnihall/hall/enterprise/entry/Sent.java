package org.omnihall.hall.enterprise.entry;

/** What became of the wish for a code; the words of those that are none are {@code enterprise.code.NAME}. */
enum Sent {
    SENT,
    /** One was sent a moment ago. */
    COOLING_DOWN,
    /** All tries of the code in force are used; the next comes when its life is over. */
    SPENT,
    /** Too many were asked for: of this number, from this address, or of the whole hall. */
    TOO_MANY
}
