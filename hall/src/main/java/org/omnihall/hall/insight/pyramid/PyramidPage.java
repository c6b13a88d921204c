package org.omnihall.hall.insight.pyramid;

import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * The pyramid as it is drawn.
 *
 * @param now the computation that it shows
 * @param pyramid the version that it was computed with; {@code newest} the one that the next computation takes
 * @param isPyramid whether each tier is smaller than the one below it
 */
public record PyramidPage(
        InForce now, Pyramid pyramid, long newest, List<TierLine> lines, Pareto pareto, boolean isPyramid) {

    public PyramidPage {
        lines = List.copyOf(lines);
    }

    /** The mean value of a customer in fen, for the eye. */
    public long meanFen() {
        return pareto.customers() == 0
                ? 0
                : pareto.fen()
                        .divide(java.math.BigInteger.valueOf(pareto.customers()))
                        .longValue();
    }

    public String top() {
        return pareto.topPercent()
                .map(percent -> percent.setScale(1, RoundingMode.HALF_UP) + " %")
                .orElse("–");
    }

    public String gini() {
        return pareto.gini()
                .map(gini -> gini.setScale(3, RoundingMode.HALF_UP).toPlainString())
                .orElse("–");
    }

    /** The figures in force, where there are any. */
    static Optional<PyramidPage> of(InForce now, Pyramid pyramid, long newest, Tiering tiering, List<Bar> bars) {
        if (bars.isEmpty()) {
            return Optional.empty();
        }
        List<TierFigure> figures = tiering.figures(bars);
        return Optional.of(new PyramidPage(
                now,
                pyramid,
                newest,
                TierLine.of(pyramid.tiers(), figures),
                Pareto.of(bars),
                Tiering.isPyramid(figures)));
    }
}
