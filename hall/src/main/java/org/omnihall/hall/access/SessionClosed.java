package org.omnihall.hall.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jmolecules.event.annotation.DomainEvent;
import org.omnihall.octets.MacAddress;

/**
 * A session is over; published in the transaction that stored it.
 *
 * @param cause how it ended, such as {@code STOPPED}, {@code LOST}, {@code REPLACED}
 * @param upOctets what the user sent
 * @param downOctets what the user received
 */
@DomainEvent
public record SessionClosed(
        UUID session,
        Optional<UUID> journey,
        long controllerId,
        OptionalLong subscriberId,
        Optional<MacAddress> mac,
        String areaPath,
        Instant at,
        String cause,
        Duration time,
        long upOctets,
        long downOctets) {}
