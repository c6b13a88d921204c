package org.omnihall.hall.access.dynamic;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The knobs of requests about running sessions. A misspelt key stops the start-up.
 *
 * @param perSecond the most requests of sweeps that one controller gets in a second, from all nodes together
 * @param lease how long a node may hold a session of a sweep without a settled answer; longer than a request is repeated
 * @param most the most sessions of one sweep
 * @param retention how long sweeps and requests to end and to change sessions are kept: the real-name period (requirement A13)
 */
@ConfigurationProperties(prefix = "omnihall.dynamic", ignoreUnknownFields = false)
record DynamicSettings(
        @DefaultValue("20") int perSecond,
        @DefaultValue("60s") Duration lease,
        @DefaultValue("200000") int most,
        @DefaultValue("190d") Duration retention) {

    private static final Duration SHORTEST_LEASE = Duration.ofSeconds(10);
    private static final Duration LEAST_RETENTION = Duration.ofDays(183);

    DynamicSettings {
        if (perSecond < 1 || most < 1 || lease.compareTo(SHORTEST_LEASE) < 0) {
            throw new IllegalArgumentException(
                    "omnihall.dynamic: per-second and most are above zero, lease is at least 10s");
        }
        if (retention.compareTo(LEAST_RETENTION) < 0) {
            throw new IllegalArgumentException("omnihall.dynamic.retention is " + retention.toDays()
                    + " days; the law asks for six months, 183 days");
        }
    }
}
