package org.omnihall.hall.decision.diversion;

import org.omnihall.hall.catalogue.Business;
import org.omnihall.hall.catalogue.Thresholds;

/** What the principles ask of a business (requirement B27). */
record Traits(boolean lowRisk, boolean lowContact, boolean lowValue, boolean standard) {

    /** The same borders tell low from high here as in the classification of businesses. */
    static Traits of(Business business, Thresholds borders) {
        return new Traits(
                borders.riskBand(business.risk()) == Thresholds.RiskBand.LOW,
                business.lowContact(),
                borders.valueBand(business.value()) == Thresholds.ValueBand.LOW,
                business.standard());
    }
}
