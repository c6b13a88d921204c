package org.omnihall.hall.catalogue;

/** Tells the type of a business by its two scores (requirement B15): every pair of scores has one type. */
public final class BusinessTypes {

    private BusinessTypes() {}

    /** @throws IllegalArgumentException where a score is not between 0 and 100 */
    public static BusinessType of(int value, int risk, Thresholds thresholds) {
        if (value < 0 || value > Thresholds.MOST || risk < 0 || risk > Thresholds.MOST) {
            throw new IllegalArgumentException("scores are 0 to 100: " + value + ", " + risk);
        }
        return thresholds.in(thresholds.valueBand(value), thresholds.riskBand(risk));
    }
}
