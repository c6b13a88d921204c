package org.omnihall.analytics.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.omnihall.analytics.DuckDb;
import org.omnihall.analytics.Engine;
import org.omnihall.analytics.EngineMaker;
import org.omnihall.analytics.Room;
import org.omnihall.analytics.ValueSteps;

/** One SQL text on two engines gives the same rows, to the fen (requirement C14). */
class TwoEnginesTest {

    private static final long SEED = 20_261_126;
    private static final int CUSTOMERS = 3_000;
    private static final int LAST = 24_000;

    @TempDir
    Path folder;

    @Test
    void givesTheSameValuesDistributionAndTiersOnDuckDbAndOnSpark() throws IOException {
        try (DuckDb duck = DuckDb.open(new Room(folder.resolve("room"), "500MB", 1))) {
            Files.createDirectories(folder.resolve("tables"));
            makeTables(duck);
            List<List<String>> duckRows = rows(duck, folder.resolve("duck"));
            EngineMaker maker =
                    ServiceLoader.load(EngineMaker.class).findFirst().orElseThrow();
            try (Engine spark = maker.connect("local[1]")) {
                List<List<String>> sparkRows = rows(spark, folder.resolve("spark"));
                assertThat(sparkRows).isEqualTo(duckRows);
            }
            assertThat(duckRows.get(1)).hasSizeGreaterThan(CUSTOMERS / 2).hasSizeLessThan(CUSTOMERS);
            assertThat(duckRows.get(1)).anyMatch(row -> row.matches("7,\\d+,.*,-\\d+,-\\d+,4"));
        }
    }

    /** Distribution and tiers of one engine, in order. */
    private List<List<String>> rows(Engine engine, Path out) throws IOException {
        ValueSteps steps = new ValueSteps(7, LAST - 5, LAST);
        Path tables = folder.resolve("tables");
        steps.values(engine, tables.resolve("customer.parquet"), tables.resolve("spend.parquet"), out.resolve("worth"));
        steps.distribution(engine, out.resolve("distribution"));
        steps.tiers(engine, tables.resolve("tier.parquet"), out.resolve("tiers"));
        return List.of(lines(out.resolve("distribution")), lines(out.resolve("tiers")));
    }

    /** New customers, such who come later, months without a bill, refunds, and halves of a fen to round both ways. */
    private void makeTables(DuckDb duck) throws IOException {
        Random random = new Random(SEED);
        StringBuilder customers = new StringBuilder();
        StringBuilder spend = new StringBuilder();
        for (int id = 1; id <= CUSTOMERS; id++) {
            int since = LAST - 8 + random.nextInt(12);
            customers.append("%d,%d,/zj/hz/%n".formatted(id, since));
            for (int month = Math.max(since, LAST - 7); month <= LAST + 1; month++) {
                if (random.nextInt(10) > 0) {
                    spend.append("%d,%d,%d%n".formatted(id, month, random.nextInt(20_000) - 4_000));
                }
            }
        }
        table(duck, "customer", customers, "'subscriber_id': 'BIGINT', 'since': 'INTEGER', 'area_path': 'VARCHAR'");
        table(duck, "spend", spend, "'subscriber_id': 'BIGINT', 'month_number': 'INTEGER', 'fen': 'BIGINT'");
        table(
                duck,
                "tier",
                new StringBuilder("1,12000,9000000000000000\n2,9000,12000\n3,6000,9000\n4,-9000000000000000,6000\n"),
                "'place': 'SMALLINT', 'from_fen': 'BIGINT', 'below_fen': 'BIGINT'");
    }

    private void table(DuckDb duck, String name, StringBuilder rows, String columns) throws IOException {
        Path tables = folder.resolve("tables");
        Path csv = Files.writeString(tables.resolve(name + ".csv"), rows);
        duck.parquet(csv, columns, tables.resolve(name + ".parquet"));
    }

    private static List<String> lines(Path folder) throws IOException {
        try (Stream<Path> parts = Files.list(folder)) {
            return parts.filter(part -> part.toString().endsWith(".csv"))
                    .flatMap(TwoEnginesTest::read)
                    .sorted()
                    .toList();
        }
    }

    private static Stream<String> read(Path part) {
        try {
            return Files.readAllLines(part).stream();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
