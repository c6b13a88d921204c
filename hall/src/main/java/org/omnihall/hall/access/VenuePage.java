package org.omnihall.hall.access;

import java.time.Instant;

/**
 * One version of a Venue's login page.
 *
 * @param shown whether visitors see it now
 */
public record VenuePage(int version, VenueLook look, Instant madeAt, String actor, boolean shown) {}
