package org.omnihall.hall.messaging;

import java.time.Instant;
import java.util.UUID;
import org.jmolecules.event.annotation.DomainEvent;

/**
 * A message came to an end, or to another end when a receipt came late; published in the transaction that stored it.
 *
 * @param journey for which it was sent
 */
@DomainEvent
public record MessageSettled(MessageId id, Purpose purpose, UUID journey, MessageState state, Instant at) {}
