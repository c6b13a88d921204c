package org.omnihall.hall.insight.pyramid;

import java.math.BigInteger;
import java.util.Optional;

/**
 * What a tier comes to.
 *
 * @param from from which value a month on; nothing for the lowest
 * @param fen what all its customers are worth together
 */
public record TierFigure(int place, Optional<Long> from, long customers, BigInteger fen) {}
