package org.omnihall.hall.interaction;

import java.time.Instant;
import java.util.Optional;

/**
 * What a customer is worth and how likely he is to leave.
 *
 * @param tier the name of his tier
 * @param monthlyFen mean monthly spend in fen
 * @param churnRisk from 0 to 1, where a score was made
 * @param asOf when it was computed
 */
public record CustomerValue(String tier, long monthlyFen, Optional<Double> churnRisk, Instant asOf) {}
