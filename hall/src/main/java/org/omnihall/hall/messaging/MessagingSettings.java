package org.omnihall.hall.messaging;

import java.time.Duration;
import java.time.Period;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The knobs of sending.
 *
 * @param inFlight how many messages one node sends at once
 * @param lease after how long a message in flight counts as lost with its node; longer than the submit time-out of all gateways together
 * @param poll how often the queue is looked at without being woken
 * @param resendAfter how long a receipt is waited for before a message without an answer is sent again
 * @param submitTimeOut how long the answer of a gateway is waited for
 * @param enquireLink after how much silence the link to a gateway is tried
 * @param retention for how long the log keeps a message; the law asks for six months at least
 * @param gateway the gateway that is there without being entered, such as the demo's; no host, no gateway
 */
@ConfigurationProperties(prefix = "omnihall.messaging", ignoreUnknownFields = false)
record MessagingSettings(
        @DefaultValue("32") int inFlight,
        @DefaultValue("60s") Duration lease,
        @DefaultValue("500ms") Duration poll,
        @DefaultValue("3s") Duration resendAfter,
        @DefaultValue("5s") Duration submitTimeOut,
        @DefaultValue("20s") Duration enquireLink,
        @DefaultValue("P6M7D") Period retention,
        @DefaultValue GatewaySettings gateway) {

    /** A gateway from the settings; its password may be kept out of files by an environment variable. */
    record GatewaySettings(
            @DefaultValue("default") String name,
            @DefaultValue("") String host,
            @DefaultValue("2775") int port,
            @DefaultValue("") String systemId,
            @DefaultValue("") String password,
            @DefaultValue("10086") String sourceAddress,
            @DefaultValue("100") int priority,
            @DefaultValue("100") int perSecond,
            @DefaultValue("16") int window) {

        @Override
        public String toString() {
            return name + "@" + host + ":" + port;
        }
    }
}
