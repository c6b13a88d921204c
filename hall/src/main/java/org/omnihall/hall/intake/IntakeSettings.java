package org.omnihall.hall.intake;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one import may hold. A misspelt key stops the start-up.
 *
 * @param lines lines of a file, the head line not counted
 * @param fieldLength characters of one field
 * @param faults faults that are written down before reading stops
 */
@ConfigurationProperties(prefix = "omnihall.intake", ignoreUnknownFields = false)
record IntakeSettings(
        @DefaultValue("2000000") long lines,
        @DefaultValue("4096") int fieldLength,
        @DefaultValue("10000") long faults) {}
