package org.omnihall.analytics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;

/**
 * Computes what every customer is worth (requirements C14 to C16), in the steps export, Parquet, values, tiers, load, publish.
 *
 * <p>Nothing that anybody reads changes before {@link #publish()}, which is one transaction: a job that is killed at any moment leaves the
 * figures as they were, and the next one drops what it left behind.
 */
public final class ValueJob {

    private final long run;
    private final Tables tables;
    private final Engine engine;
    private final Path folder;
    private final Clock clock;
    private final Tables.Window window;
    private final ValueSteps steps;

    /**
     * A job for a run that the hall has begun.
     *
     * @param folder an empty folder for what goes between the tables and the engine
     */
    public ValueJob(long run, Tables tables, Engine engine, Path folder, Clock clock) throws SQLException, IOException {
        this.run = run;
        this.tables = tables;
        this.engine = engine;
        this.folder = Files.createDirectories(folder);
        this.clock = clock;
        this.window = tables.window(run);
        this.steps = new ValueSteps(run, window.first(), window.last());
    }

    /** All steps after one another. */
    public void runAll(DuckDb maker) throws SQLException, IOException {
        beat("EXPORTING");
        export();
        beat("COMPUTING");
        parquet(maker);
        values();
        beat("LOADING");
        tiers(maker);
        load();
        publish();
    }

    /** Copies customers and their bills of the months looked at out of PostgreSQL; gives how many rows. */
    public long export() throws SQLException, IOException {
        return tables.copyOut("select subscriber_id, since, area_path from insight.analytics_customer", csv("customer"))
                + tables.copyOut(
                        "select subscriber_id, month_number, fen from insight.analytics_spend where month between '%s' and '%s'"
                                .formatted(window.firstDay(), window.lastDay()),
                        csv("spend"));
    }

    /** Makes Parquet of what was copied out. */
    public void parquet(DuckDb maker) throws IOException {
        make(maker, "customer", "'subscriber_id': 'BIGINT', 'since': 'INTEGER', 'area_path': 'VARCHAR'");
        make(maker, "spend", "'subscriber_id': 'BIGINT', 'month_number': 'INTEGER', 'fen': 'BIGINT'");
    }

    /** Computes everybody's value and how many have which, from the Parquet files. */
    public void values() throws IOException {
        steps.values(engine, file("customer.parquet"), file("spend.parquet"), file("worth"));
        steps.distribution(engine, file("distribution"));
    }

    /** Asks {@code insight} where its tiers begin for this distribution, and gives every customer his. */
    public void tiers(DuckDb maker) throws SQLException, IOException {
        String staged = tables.stage(run);
        tables.copyIn("insight.distribution", file("distribution"));
        tables.copyOut(
                "select place, from_fen, below_fen from insight.analytics_tier where run_id = " + run, csv("tier"));
        make(maker, "tier", "'place': 'SMALLINT', 'from_fen': 'BIGINT', 'below_fen': 'BIGINT'");
        steps.tiers(engine, file("tier.parquet"), file(staged));
    }

    /** Copies the result into the staged table. */
    public long load() throws SQLException, IOException {
        String staged = "insight.value_" + run;
        long rows = tables.copyIn(staged, file(staged));
        tables.indexStaged(run);
        return rows;
    }

    /** The figures come into force, unless the run was given up. */
    public void publish() throws SQLException {
        beat("SWAPPING");
        tables.publish(run, clock.instant());
    }

    private void beat(String step) throws SQLException {
        tables.beat(run, step, clock.instant());
    }

    private void make(DuckDb maker, String name, String columns) throws IOException {
        maker.parquet(csv(name), columns, file(name + ".parquet"));
        Files.delete(csv(name));
    }

    private Path csv(String name) {
        return file(name + ".csv");
    }

    private Path file(String name) {
        return folder.resolve(name);
    }
}
