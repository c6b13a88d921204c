package org.omnihall.hall.access.limit;

import java.time.Instant;
import java.util.Optional;

/**
 * A place that an owner's device holds.
 *
 * @param until an admission's end; an open session has none
 */
record Taken(DeviceLimit.Place place, long controllerId, Optional<Instant> until) {}
