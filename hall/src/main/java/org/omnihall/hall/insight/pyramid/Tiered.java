package org.omnihall.hall.insight.pyramid;

/**
 * A customer in a tier.
 *
 * @param number masked
 * @param months how many months his value is the mean of
 * @param fen his value
 */
public record Tiered(long subscriber, String number, String areaPath, int months, long fen, int place) {}
