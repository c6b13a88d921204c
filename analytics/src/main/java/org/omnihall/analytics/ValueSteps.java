package org.omnihall.analytics;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * What an engine does for everybody's value, from Parquet to results; no database is asked.
 *
 * @param run the number that stands in every row
 * @param first the number of the first month that is looked at, {@code last} of the last
 */
public record ValueSteps(long run, long first, long last) {

    /** Computes everybody's value and keeps it as the table {@code worth}. */
    public void values(Engine engine, Path customer, Path spend, Path worth) throws IOException {
        engine.table("customer", customer);
        engine.table("spend", spend);
        engine.keep("worth", SqlText.VALUE.with(Map.of("first", first, "last", last)), worth);
    }

    /** Counts how many have which value. */
    public void distribution(Engine engine, Path out) throws IOException {
        engine.write(SqlText.DISTRIBUTION.with(Map.of("run", run)), out);
    }

    /** Gives everybody his tier. */
    public void tiers(Engine engine, Path tier, Path out) throws IOException {
        engine.table("tier", tier);
        engine.write(SqlText.TIER.with(Map.of("run", run)), out);
    }
}
