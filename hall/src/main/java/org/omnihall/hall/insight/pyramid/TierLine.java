package org.omnihall.hall.insight.pyramid;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/**
 * One tier with its figures, as it is drawn.
 *
 * @param customerShare its part of all customers in per cent, {@code valueShare} of all they are worth
 */
public record TierLine(PyramidTier tier, TierFigure figure, String customerShare, String valueShare) {

    static List<TierLine> of(List<PyramidTier> tiers, List<TierFigure> figures) {
        BigInteger customers = figures.stream()
                .map(figure -> BigInteger.valueOf(figure.customers()))
                .reduce(BigInteger.ZERO, BigInteger::add);
        BigInteger fen = figures.stream().map(TierFigure::fen).reduce(BigInteger.ZERO, BigInteger::add);
        return figures.stream()
                .filter(figure -> figure.place() <= tiers.size())
                .map(figure -> new TierLine(
                        tiers.get(figure.place() - 1),
                        figure,
                        percent(BigInteger.valueOf(figure.customers()), customers),
                        percent(figure.fen(), fen)))
                .toList();
    }

    /** To a tenth; a dash where there is no whole. */
    static String percent(BigInteger part, BigInteger whole) {
        return whole.signum() <= 0
                ? "–"
                : String.format(
                        Locale.ROOT,
                        "%.1f",
                        new BigDecimal(part.multiply(BigInteger.valueOf(100)))
                                .divide(new BigDecimal(whole), 1, RoundingMode.HALF_UP));
    }

    /** What all its customers are worth together, in yuan. */
    public String yuan() {
        return new BigDecimal(figure.fen(), 2).toPlainString();
    }
}
