package org.omnihall.hall.enterprise.entry;

import java.util.UUID;
import org.omnihall.hall.party.Msisdn;

/**
 * What somebody proves his phone for.
 *
 * @param journey the id of his journey, by which the message and the contacts are joined
 * @param address where his request came from
 * @param areaPath the Area where he is at home, {@code /} where nobody knows
 */
record Errand(UUID journey, Msisdn phone, String address, String areaPath) {}
