package org.omnihall.hall.access.session.journal;

import org.omnihall.octets.Octets;

/**
 * One thing that waits in a journal.
 *
 * @param position in its journal, from 1, never used twice
 * @param payload what the journal was given, octet by octet
 */
public record JournalRecord(long position, Octets payload) {

    /** The longest payload; what claims to be longer is damaged. */
    static final int LONGEST = 1 << 16;
}
