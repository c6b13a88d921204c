package org.omnihall.hall.access.login;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The knobs of the login pages. A misspelt key stops the start-up.
 *
 * @param trustedProxies addresses or networks whose X-Forwarded-For is believed; none by default
 * @param answerAfter every answer to a number comes so long after its question, whatever it is (rule 6)
 * @param retention how long attempts, funnel steps and ended bindings are kept: the real-name period (requirement A13)
 */
@ConfigurationProperties(prefix = "omnihall.login", ignoreUnknownFields = false)
public record LoginSettings(
        @DefaultValue List<String> trustedProxies,
        @DefaultValue("400ms") Duration answerAfter,
        @DefaultValue("190d") Duration retention) {

    private static final Duration LEAST_RETENTION = Duration.ofDays(183);

    public LoginSettings {
        trustedProxies = List.copyOf(trustedProxies);
        if (retention.compareTo(LEAST_RETENTION) < 0) {
            throw new IllegalArgumentException("omnihall.login.retention is " + retention.toDays()
                    + " days; the law asks for six months, 183 days");
        }
    }
}
