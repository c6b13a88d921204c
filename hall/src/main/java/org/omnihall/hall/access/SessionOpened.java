package org.omnihall.hall.access;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jmolecules.event.annotation.DomainEvent;
import org.omnihall.octets.MacAddress;

/** A session came online, or came back after it was held for closed; published in the transaction that stored it. */
@DomainEvent
public record SessionOpened(
        UUID session,
        Optional<UUID> journey,
        long controllerId,
        OptionalLong subscriberId,
        Optional<MacAddress> mac,
        String areaPath,
        Instant at) {}
