package org.omnihall.analytics.spark;

import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.omnihall.analytics.Engine;

/** Spark SQL: each query is planned over the cluster; its files come in parts, one a task. */
final class SparkEngine implements Engine {

    private final SparkSession spark;

    SparkEngine(SparkSession spark) {
        this.spark = spark;
    }

    @Override
    public void table(String name, Path parquet) {
        spark.read().parquet(uri(parquet)).createOrReplaceTempView(name);
    }

    @Override
    public void keep(String name, String sql, Path folder) {
        spark.sql(sql).write().parquet(uri(folder));
        table(name, folder);
    }

    @Override
    public void write(String sql, Path folder) {
        spark.sql(sql).write().csv(uri(folder));
    }

    @Override
    public void close() {
        spark.stop();
    }

    private static String uri(Path path) {
        return path.toAbsolutePath().toUri().toString();
    }
}
