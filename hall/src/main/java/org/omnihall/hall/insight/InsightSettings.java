package org.omnihall.hall.insight;

import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The knobs of what customers are worth.
 *
 * @param months over how many whole months value is the mean (C14)
 * @param classPath of the module {@code analytics}, as Java takes it; the launcher gives it, and without it nothing is computed
 * @param spark the folder with the analytics module for Spark and its {@code spark.classpath}, for runs on a cluster
 * @param master the cluster that computes at night; empty for DuckDB on this machine
 * @param exchange where tables and engine exchange files; for a cluster a folder that all its nodes see. They lie in
 *     {@code omnihall-analytics} below it, which a run empties; nothing else there is touched. Empty is the node's own
 * @param memory what the program may take
 * @param threads at work at once
 */
@ConfigurationProperties(prefix = "omnihall.insight", ignoreUnknownFields = false)
public record InsightSettings(
        @DefaultValue("6") int months,
        @DefaultValue("") String classPath,
        Optional<String> spark,
        @DefaultValue("") String master,
        Optional<String> exchange,
        @DefaultValue("1GB") DataSize memory,
        @DefaultValue("2") int threads) {

    public InsightSettings {
        if (months < 1 || months > 36) {
            throw new IllegalArgumentException("from 1 to 36 months: " + months);
        }
    }
}
