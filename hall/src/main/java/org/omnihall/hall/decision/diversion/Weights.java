package org.omnihall.hall.decision.diversion;

/**
 * What counts for how much (requirement B17): the worth of a channel is preference × preferenceFen − cost × costPercent / 100. Without cost the
 * best liked wins, without preference the cheapest.
 *
 * @param preferenceFen what it is worth, in fen, to serve a customer where he likes it best
 * @param costPercent how much of the cost counts
 */
record Weights(long preferenceFen, int costPercent) {

    double worth(Option option) {
        return option.preference() * preferenceFen - option.costFen() * costPercent / 100.0;
    }
}
