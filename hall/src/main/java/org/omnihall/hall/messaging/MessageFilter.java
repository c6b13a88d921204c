package org.omnihall.hall.messaging;

import java.time.Instant;
import java.util.Optional;
import org.omnihall.hall.party.Msisdn;

/**
 * Which messages are looked for. Empty parts ask for nothing.
 *
 * @param areaPath the Area the asker answers for
 * @param gateway the name of the gateway that took the message last
 * @param from the earliest moment at which it was written down
 * @param until the moment before which it was written down
 */
public record MessageFilter(
        String areaPath,
        Optional<Msisdn> to,
        Optional<MessageState> state,
        Optional<String> gateway,
        Optional<Instant> from,
        Optional<Instant> until) {

    /** All that was sent to people in an Area. */
    public static MessageFilter all(String areaPath) {
        return new MessageFilter(
                areaPath, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The same people's messages to one number, in one state. */
    MessageFilter of(Optional<Msisdn> wanted, Optional<MessageState> standing) {
        return new MessageFilter(areaPath, wanted, standing, gateway, from, until);
    }
}
