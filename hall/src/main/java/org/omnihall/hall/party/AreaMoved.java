package org.omnihall.hall.party;

import org.jmolecules.event.annotation.DomainEvent;

/**
 * An Area has a new path, and so has everything below it. Published inside the transaction of the move: who stores paths replaces the
 * prefix in a plain {@code @EventListener}, so that all of them change together or none.
 *
 * @param from the old path, such as {@code /zj/hz/}
 * @param to the new path
 */
@DomainEvent
public record AreaMoved(String from, String to) {}
