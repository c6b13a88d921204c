package org.omnihall.hall.access.code;

import java.time.Duration;

/** How a code lives at one place: all of it is a business figure. */
public record CodeRules(Duration life, int tries, Duration coolDown, int wrongPerDay) {}
