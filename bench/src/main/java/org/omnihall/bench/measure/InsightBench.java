package org.omnihall.bench.measure;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.omnihall.analytics.DuckDb;
import org.omnihall.analytics.Heart;
import org.omnihall.analytics.Room;
import org.omnihall.analytics.Tables;
import org.omnihall.analytics.ValueJob;
import org.omnihall.bench.demo.RunningHall;
import org.omnihall.hall.insight.CustomerValues;
import org.omnihall.hall.insight.ValueWindow;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** How long everybody's value takes, step by step (requirement C14: computed from Parquet in 60 s for ten million customers). */
final class InsightBench {

    private static final int MONTHS = 6;
    private static final int COMPARED = 1_000;

    private final JdbcClient db;
    private final HikariDataSource source;
    private final CustomerValues values;
    private final InsightSize size;
    private final Figures figures;

    private InsightBench(RunningHall hall, InsightSize size, Figures figures) {
        this.db = hall.bean(JdbcClient.class);
        this.source = hall.bean(HikariDataSource.class);
        this.values = hall.bean(CustomerValues.class);
        this.size = size;
        this.figures = figures;
    }

    static void run(RunningHall hall, InsightSize size, Figures figures) throws IOException {
        InsightBench bench = new InsightBench(hall, size, figures);
        bench.fill();
        Path folder = Files.createTempDirectory("insight");
        try {
            bench.compute(folder, "first");
            bench.compute(folder, "again, nothing changed");
        } catch (SQLException failed) {
            throw new IOException("the values could not be computed", failed);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
        bench.compare();
    }

    private void fill() {
        ValueWindow window = values.window();
        long began = System.nanoTime();
        db.sql("""
                insert into insight.customer (subscriber_id, since, area_path)
                select n, :first::date, (array['/zj/hz/', '/zj/nb/', '/zj/wz/'])[1 + n % 3] from generate_series(1, :customers) n""")
                .param("first", window.first().atDay(1))
                .param("customers", size.customers())
                .update();
        db.sql("alter table insight.spend drop constraint spend_pkey").update();
        db.sql("""
                insert into insight.spend (subscriber_id, month, fen)
                select n, (:first::date + make_interval(months => m))::date, (2000 / power(1 - random() * 0.999, 0.6))::bigint
                from generate_series(1, :customers) n cross join generate_series(0, :months) m""")
                .param("first", window.first().atDay(1))
                .param("customers", size.customers())
                .param("months", MONTHS - 1)
                .update();
        db.sql("alter table insight.spend add primary key (subscriber_id, month)")
                .update();
        db.sql("analyze insight.spend, insight.customer").update();
        figures.add("customers", "%,d".formatted(size.customers()));
        figures.add("bills of six months", "%,d".formatted(size.customers() * MONTHS));
        figures.add("filled in", seconds(began));
        figures.add(
                "bills on disk with their key",
                "%,d MB"
                        .formatted(db.sql("select pg_total_relation_size('insight.spend')")
                                        .query(Long.class)
                                        .single()
                                >> 20));
    }

    private interface Step {
        void run() throws SQLException, IOException;
    }

    private void compute(Path folder, String which) throws SQLException, IOException {
        long run = begin();
        Room room = new Room(folder.resolve("room"), InsightSize.ENGINE_MEMORY, 2);
        Tables.Access access = new Tables.Access(source.getJdbcUrl(), source.getUsername(), source.getPassword());
        Clock clock = Clock.systemUTC();
        try (Tables tables = new Tables(access);
                Heart heart = Heart.begin(run, access, clock);
                DuckDb engine = DuckDb.open(room)) {
            ValueJob job = new ValueJob(heart.run(), tables, engine, folder.resolve("run-" + run), clock);
            time(which + ": exported from PostgreSQL by COPY", job::export);
            time(which + ": made Parquet", () -> job.parquet(engine));
            time(which + ": values computed from Parquet (limit 60 s for ten million)", job::values);
            time(which + ": tiers given", () -> job.tiers(engine));
            time(which + ": copied back and indexed", job::load);
            time(which + ": brought into force in one transaction", job::publish);
        }
        db.sql("update insight.run set told = true where id = ?").param(run).update();
    }

    private void time(String what, Step step) throws SQLException, IOException {
        long began = System.nanoTime();
        step.run();
        figures.add(what, seconds(began));
        System.err.println(what + ": " + seconds(began));
    }

    private long begin() {
        ValueWindow window = values.window();
        return db.sql("""
                insert into insight.run (state, step, master, by_actor, first_month, last_month, version, begun_at, beat_at)
                values ('RUNNING', 'STARTING', '', 'bench', :first, :last, 1, :now, :now) returning id""")
                .param("first", window.first().atDay(1))
                .param("last", window.last().atDay(1))
                .param("now", Clock.systemUTC().instant().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /** The job's value of some customers against the statement for one. */
    private void compare() {
        long began = System.nanoTime();
        for (int i = 0; i < COMPARED; i++) {
            long customer = 1 + ThreadLocalRandom.current().nextLong(size.customers());
            Optional<Long> computed = db.sql(
                            "select fen from insight.value where run_id = (select run_id from insight.standing) and subscriber_id = ?")
                    .param(customer)
                    .query(Long.class)
                    .optional();
            if (!computed.equals(values.of(customer).orElseThrow().fen())) {
                throw new IllegalStateException("customer " + customer + " has two values");
            }
        }
        figures.add(
                "customers compared with the statement for one, all equal",
                "%,d, %.2f ms each".formatted(COMPARED, (System.nanoTime() - began) / 1e6 / COMPARED));
    }

    private static String seconds(long began) {
        return String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - began) / 1e9);
    }
}
