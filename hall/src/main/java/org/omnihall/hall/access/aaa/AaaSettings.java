package org.omnihall.hall.access.aaa;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The knobs of authentication and accounting. A misspelt key stops the start-up.
 *
 * @param mostPerSecond requests of one controller's address to one port; what is more is not answered, and twice as many are for a moment
 * @param away who comes in while the database is away
 */
@ConfigurationProperties(prefix = "omnihall.aaa", ignoreUnknownFields = false)
public record AaaSettings(
        @DefaultValue("10000") int mostPerSecond,
        @DefaultValue("known") Away away) {

    /** Policies for the time without the database (requirement A9). A wrong password is refused by all of them where the account is known. */
    public enum Away {
        /** Nobody new. */
        CLOSED,
        /** Accounts that this node knows; others get no answer, so that their controllers ask again. */
        KNOWN,
        /** Those too, unproved, for a quarter of an hour each, by the terms of the place. */
        OPEN
    }

    private static final int MOST = 10_000_000;

    public AaaSettings {
        if (mostPerSecond < 1 || mostPerSecond > MOST) {
            throw new IllegalArgumentException(
                    "omnihall.aaa.most-per-second is from 1 to %,d: %d".formatted(MOST, mostPerSecond));
        }
    }
}
