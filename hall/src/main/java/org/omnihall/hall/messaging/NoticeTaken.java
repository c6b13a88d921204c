package org.omnihall.hall.messaging;

import java.time.Instant;
import org.jmolecules.event.annotation.DomainEvent;

/**
 * A gateway took one message of a company's notice: what the company is charged for, whatever becomes of it; published in the transaction
 * that stored it (requirement D10). A message that was sent again may be told again.
 *
 * @param line on which the company wrote
 * @param parts how many short messages it took
 */
@DomainEvent
public record NoticeTaken(MessageId id, long line, int parts, Instant at) {}
