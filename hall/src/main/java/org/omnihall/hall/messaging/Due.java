package org.omnihall.hall.messaging;

import java.time.Instant;
import java.util.Locale;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.octets.Octets;

/** A message that this node's sender has claimed. {@code tries} and {@code resends} count the try at hand. */
record Due(
        MessageId id,
        Msisdn to,
        String template,
        Locale locale,
        Octets words,
        Instant validUntil,
        int tries,
        int resends) {}
