package org.omnihall.hall.access.session.journal;

/**
 * How large a journal may become.
 *
 * @param room octets of all segments
 * @param segment octets after which a segment is sealed
 */
record JournalLimits(long room, long segment) {}
