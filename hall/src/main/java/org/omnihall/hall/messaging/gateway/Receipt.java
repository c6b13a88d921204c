package org.omnihall.hall.messaging.gateway;

/** What a gateway reported later about one part of a message. */
public record Receipt(String gateway, String gatewayId, String msisdn, Outcome outcome, String error) {

    /** How the part ended. */
    public enum Outcome {
        DELIVERED,
        FAILED,
        EXPIRED
    }
}
