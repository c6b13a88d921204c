package org.omnihall.hall.shell;

import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the screens speak.
 *
 * @param zone the operator's time zone, in which times are shown
 * @param operatorName the operator as the side bar and the sign-in page call him; empty shows only our own name
 */
@ConfigurationProperties(prefix = "omnihall.shell", ignoreUnknownFields = false)
public record ShellSettings(
        @DefaultValue("Asia/Shanghai") ZoneId zone,
        @DefaultValue("") String operatorName) {}
