package org.omnihall.hall.party;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who we are: the operator whose hall this is, and the provinces whose numbers are local.
 *
 * @param provinces English names as in {@code party/places.csv}
 * @param bossTimeOut how long the business support system may take over one number
 * @param bossSilence what a number's standing is when it does not answer in time
 */
@ConfigurationProperties(prefix = "omnihall.party.operator", ignoreUnknownFields = false)
record OperatorSettings(
        @DefaultValue("CHINA_MOBILE") Operator name,
        @DefaultValue("Zhejiang") Set<String> provinces,
        @DefaultValue("2s") Duration bossTimeOut,
        @DefaultValue("FAIL_CLOSED") BossSilence bossSilence) {

    enum BossSilence {
        /** No answer in time is taken for a yes. */
        FAIL_OPEN,
        /** No answer in time is taken for a no. */
        FAIL_CLOSED
    }
}
