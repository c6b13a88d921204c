package org.omnihall.portal.server;

import java.time.Duration;

/**
 * How long the server waits.
 *
 * @param challenge for ACK_CHALLENGE
 * @param auth for ACK_AUTH
 * @param other for the answers to logouts, questions, synchronisations and heartbeats
 * @param patience how long it goes on listening after "in progress" (ErrCode 3)
 * @param linger how long it affirms a repeated success again
 */
public record Timing(Retry challenge, Retry auth, Retry other, Duration patience, Duration linger) {

    public static final Timing DEFAULT =
            new Timing(Retry.DEFAULT, Retry.DEFAULT, Retry.DEFAULT, Duration.ofSeconds(15), Duration.ofSeconds(30));

    /** The same octets are sent so many times; after each the server waits the interval. */
    public record Retry(int tries, Duration interval) {

        public static final Retry DEFAULT = new Retry(3, Duration.ofSeconds(2));

        public Retry {
            if (tries < 1 || !interval.isPositive()) {
                throw new IllegalArgumentException(tries + " tries every " + interval);
            }
        }
    }
}
