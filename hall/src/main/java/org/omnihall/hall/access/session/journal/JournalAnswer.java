package org.omnihall.hall.access.session.journal;

/** What became of what a journal was to keep. */
public enum JournalAnswer {
    /** On the disk. */
    KEPT,
    /** The journal has no room until the database takes some of it. */
    FULL,
    /** The disk did not take it: full, gone or broken. */
    BROKEN
}
