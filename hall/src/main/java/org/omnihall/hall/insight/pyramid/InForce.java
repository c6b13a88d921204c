package org.omnihall.hall.insight.pyramid;

import java.time.Instant;
import org.omnihall.hall.insight.ValueWindow;

/**
 * The computation whose figures are in force.
 *
 * @param version of the pyramid that it was made with
 */
public record InForce(long run, long version, Instant computedAt, ValueWindow window) {}
