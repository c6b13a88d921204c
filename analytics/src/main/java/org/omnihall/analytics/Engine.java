package org.omnihall.analytics;

import java.io.IOException;
import java.nio.file.Path;

/**
 * What runs the SQL of a job. The texts keep to what all engines understand alike; tables come and go as Parquet files, results as CSV.
 *
 * <p>Where an engine is a cluster, the paths must be the same files for all its nodes.
 */
public interface Engine extends AutoCloseable {

    /** Calls a Parquet file by a table's name. */
    void table(String name, Path parquet) throws IOException;

    /** Keeps what a query gives as Parquet in a new folder, and calls it by a table's name. */
    void keep(String name, String sql, Path folder) throws IOException;

    /** Writes what a query gives into a new folder: CSV files that end in {@code .csv}, without a head line. */
    void write(String sql, Path folder) throws IOException;

    @Override
    void close() throws IOException;
}
