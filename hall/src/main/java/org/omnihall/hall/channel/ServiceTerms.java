package org.omnihall.hall.channel;

import java.util.Optional;

/**
 * When, how much and at what price a channel serves.
 *
 * @param contactsPerHour how many contacts it can take in an hour; nothing where nobody knows or nothing limits it
 * @param contactCostFen what one contact costs the operator, in fen
 */
public record ServiceTerms(OpeningHours hours, Optional<Integer> contactsPerHour, long contactCostFen) {}
