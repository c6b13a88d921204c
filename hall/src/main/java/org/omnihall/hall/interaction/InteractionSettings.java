package org.omnihall.hall.interaction;

import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The knobs of the contact log and the card.
 *
 * @param retention for how long a month of contacts is kept after its end
 * @param history how many contacts a card shows
 * @param preferenceDays how many days back channel preference looks
 * @param shrinkage after how many journeys of his own a customer's preference weighs as much as everybody's (B18: κ)
 */
@ConfigurationProperties(prefix = "omnihall.interaction", ignoreUnknownFields = false)
record InteractionSettings(
        @DefaultValue("P25M") Period retention,
        @DefaultValue("20") int history,
        @DefaultValue("90") int preferenceDays,
        @DefaultValue("5") double shrinkage) {}
