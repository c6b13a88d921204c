package org.omnihall.hall.enterprise;

import java.time.Duration;
import org.omnihall.hall.party.BillingAccount;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The knobs of the enterprise hall. A misspelt key stops the start-up.
 *
 * @param channel the code of the channel that it is in the registry
 * @param account when a company that signs up by itself pays
 * @param quote for how long prices of a cart are promised
 * @param proof how long a phone that was proved counts on the pages of the sign-up and of a forgotten password
 * @param answerAfter an answer to who forgot his password comes so long after its question, whatever it is
 */
@ConfigurationProperties(prefix = "omnihall.enterprise", ignoreUnknownFields = false)
public record EnterpriseSettings(
        @DefaultValue("web-hall") String channel,
        @DefaultValue("POSTPAID") BillingAccount.Form account,
        @DefaultValue("7d") Duration quote,
        @DefaultValue("30m") Duration proof,
        @DefaultValue("400ms") Duration answerAfter,
        @DefaultValue Codes code) {

    /**
     * How codes by SMS live, and how many there are at most.
     *
     * @param coolDown between two messages of one sign-up
     * @param tries wrong entries that a code bears
     * @param addressPerHour codes asked for from one address
     * @param perMinute codes of the whole hall
     * @param wrongPerDay wrong entries of one number, over all its codes
     */
    public record Codes(
            @DefaultValue("5m") Duration life,
            @DefaultValue("60s") Duration coolDown,
            @DefaultValue("5") int tries,
            @DefaultValue("5") int numberPerHour,
            @DefaultValue("10") int numberPerDay,
            @DefaultValue("20") int addressPerHour,
            @DefaultValue("300") int perMinute,
            @DefaultValue("20") int wrongPerDay) {}
}
