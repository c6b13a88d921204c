package org.omnihall.hall.access.screens;

import java.time.Instant;
import java.util.Optional;
import org.omnihall.hall.access.network.AccessController;

/** A controller in the list, with what its sessions tell. */
public record ControllerRow(AccessController controller, long online, Optional<Instant> lastHeard) {}
