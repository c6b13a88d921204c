package org.omnihall.hall.catalogue;

import java.util.EnumSet;
import java.util.List;

/**
 * Where the bands of value and risk begin, on scores from 0 to 100, and which type fills which cell (requirement B15).
 *
 * @param middleValue the first score of middle value
 * @param highValue the first score of high value
 * @param highRisk the first score of high risk; there are two bands of risk
 * @param cells the types at low, middle and high value with low risk, then at low, middle and high value with high risk; each once, and the
 *     first is SERVICE, which the source places there
 */
public record Thresholds(int middleValue, int highValue, int highRisk, List<BusinessType> cells) {

    /** The highest score; the lowest is 0. */
    public static final int MOST = 100;

    /** Scores of value that belong together. */
    public enum ValueBand {
        LOW,
        MIDDLE,
        HIGH
    }

    /** Scores of risk that belong together. */
    public enum RiskBand {
        LOW,
        HIGH
    }

    /** @throws IllegalArgumentException where they are none, see {@link #areLegal} */
    public Thresholds {
        cells = List.copyOf(cells);
        if (!areLegal(middleValue, highValue, highRisk, cells)) {
            throw new IllegalArgumentException(
                    "no thresholds: " + middleValue + " " + highValue + " " + highRisk + cells);
        }
    }

    /** Whether every band has a score and every type a cell. */
    public static boolean areLegal(int middleValue, int highValue, int highRisk, List<BusinessType> cells) {
        return 1 <= middleValue
                && middleValue < highValue
                && highValue <= MOST
                && 1 <= highRisk
                && highRisk <= MOST
                && cells.size() == BusinessType.values().length
                && EnumSet.copyOf(cells).size() == cells.size()
                && cells.getFirst() == BusinessType.SERVICE;
    }

    public ValueBand valueBand(int value) {
        if (value < middleValue) {
            return ValueBand.LOW;
        }
        return value < highValue ? ValueBand.MIDDLE : ValueBand.HIGH;
    }

    public RiskBand riskBand(int risk) {
        return risk < highRisk ? RiskBand.LOW : RiskBand.HIGH;
    }

    /** The type of a cell. */
    public BusinessType in(ValueBand value, RiskBand risk) {
        int row = switch (risk) {
            case LOW -> 0;
            case HIGH -> 3;
        };
        int column = switch (value) {
            case LOW -> 0;
            case MIDDLE -> 1;
            case HIGH -> 2;
        };
        return cells.get(row + column);
    }
}
