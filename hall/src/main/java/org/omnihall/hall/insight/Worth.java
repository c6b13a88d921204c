package org.omnihall.hall.insight;

import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;

/**
 * What a customer is worth (requirement C14, value v1): the mean of what he spent a month over the last whole months, six unless the operator
 * says otherwise. Cost, risk and what he may still come to are left out.
 *
 * <p>Months before the one in which he joined do not count, that month itself does. A month since then for which no bill was told counts as
 * zero. Refunds are taken off, so a value may be below zero. The mean is rounded to the fen, half away from zero. Who joined after the last
 * whole month has no value yet.
 *
 * @param months how many months count
 * @param totalFen what he spent in them
 * @param fen the mean of a month
 * @param bills what was told of each month, in their order; a month without a bill is not among them
 * @param since the month in which he joined
 * @param areaPath the Area he belongs to
 */
public record Worth(
        int months, long totalFen, Optional<Long> fen, Map<YearMonth, Long> bills, YearMonth since, String areaPath) {}
