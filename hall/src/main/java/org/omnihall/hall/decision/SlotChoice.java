package org.omnihall.hall.decision;

import java.util.Optional;
import java.util.UUID;

/**
 * What a slot shows, and why.
 *
 * @param item nothing where there is nothing to show
 * @param probability with which just this was chosen
 */
public record SlotChoice(UUID id, Optional<SlotItem> item, double probability, SlotReason reason) {}
