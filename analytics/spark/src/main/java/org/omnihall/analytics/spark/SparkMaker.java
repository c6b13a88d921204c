package org.omnihall.analytics.spark;

import org.apache.spark.sql.SparkSession;
import org.omnihall.analytics.Engine;
import org.omnihall.analytics.EngineMaker;

/** Opens a session on a Spark cluster; what else a cluster needs stands in {@code spark-defaults.conf} or in system properties. */
public final class SparkMaker implements EngineMaker {

    @Override
    public Engine connect(String master) {
        SparkSession.Builder builder = SparkSession.builder()
                .master(master)
                .appName("omnihall")
                .config("spark.ui.enabled", "false")
                .config("spark.sql.session.timeZone", "UTC");
        if (master.startsWith("local")) {
            builder.config("spark.driver.host", "127.0.0.1")
                    .config("spark.driver.bindAddress", "127.0.0.1")
                    .config("spark.sql.shuffle.partitions", "4");
        }
        return new SparkEngine(builder.getOrCreate());
    }
}
