package org.omnihall.hall.insight;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.omnihall.analytics.DuckDb;
import org.omnihall.analytics.Room;
import org.omnihall.analytics.Tables;
import org.omnihall.analytics.ValueJob;
import org.omnihall.hall.shell.ShellSettings;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/** Bills and computations on a database of one's own, at noon of 22 November 2026: the months that count are May to October. */
public final class Ledger {

    public static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");
    public static final YearMonth MAY = YearMonth.of(2026, 5);
    public static final YearMonth OCTOBER = YearMonth.of(2026, 10);

    private final DriverManagerDataSource source;
    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final Spending spending;
    private final Path folder;
    private final Clock clock;

    public Ledger(DataSource source, Path folder) {
        this(source, folder, Clock.fixed(NOON, ZoneOffset.UTC));
    }

    private Ledger(DataSource source, Path folder, Clock clock) {
        this.clock = clock;
        this.source = (DriverManagerDataSource) source;
        SingleConnectionDataSource kept =
                new SingleConnectionDataSource(access().url(), access().user(), access().password(), true);
        this.db = JdbcClient.create(kept);
        this.transaction = new TransactionTemplate(new DataSourceTransactionManager(kept));
        this.spending = new Spending(new JdbcTemplate(kept));
        this.folder = folder;
    }

    public JdbcClient db() {
        return db;
    }

    /** The same tables over other connections, one a statement. */
    JdbcClient beside() {
        return JdbcClient.create(source);
    }

    /** Does something while the row of the figures in force is held, so that no others come into force until it ends. */
    <T> T holding(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> {
            db.sql("select one from insight.standing for update")
                    .query(Boolean.class)
                    .single();
            return work.get();
        }));
    }

    /** No bills, nothing that runs, no figures in force. */
    public void clear() {
        db.sql("truncate insight.customer, insight.spend").update();
        db.sql("update insight.run set state = 'FAILED', fault = 'LOST', ended_at = begun_at where state = 'RUNNING'")
                .update();
        db.sql("update insight.standing set run_id = null").update();
    }

    public void tell(List<Spending.Bill> bills) {
        transaction.executeWithoutResult(status -> spending.tell(bills));
    }

    /** Bills of consecutive months. */
    public void bills(long subscriber, YearMonth from, long... fen) {
        for (int i = 0; i < fen.length; i++) {
            tell(List.of(new Spending.Bill(subscriber, from.plusMonths(i), fen[i], Optional.empty(), "/zj/hz/")));
        }
    }

    /** Customers 1, 2, 3 ... who joined in October and spent so much in it. */
    void bills(List<Long> fen) {
        for (int i = 0; i < fen.size(); i++) {
            bills(i + 1, OCTOBER, fen.get(i));
        }
    }

    /** What single customers are worth, asked over the connection that all else uses too. */
    public CustomerValues values() {
        InsightSettings settings =
                new InsightSettings(6, "", Optional.empty(), "", Optional.empty(), DataSize.ofMegabytes(500), 1);
        return new CustomerValues(db, settings, new ShellSettings(ZoneId.of("Asia/Shanghai"), ""), clock);
    }

    /** Begins a run by the newest borders, as the hall does. */
    public long begin() {
        return begin(new ValueWindow(MAY, OCTOBER));
    }

    private long begin(ValueWindow window) {
        return db.sql("""
                insert into insight.run (state, step, master, by_actor, first_month, last_month, version, begun_at, beat_at)
                select 'RUNNING', 'STARTING', '', 'test', :first, :last, max(version), :at, :at from insight.pyramid
                returning id""")
                .param("first", window.first().atDay(1))
                .param("last", window.last().atDay(1))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /** Computes what the customers of a whole hall are worth now, for a test of what is done with it; the hall gives up what is silent. */
    public static void compute(HikariDataSource hall, ValueWindow window, Path folder)
            throws SQLException, IOException {
        Ledger ledger = new Ledger(
                new DriverManagerDataSource(hall.getJdbcUrl(), hall.getUsername(), hall.getPassword()),
                folder,
                Clock.systemUTC());
        ledger.job(ledger.begin(window), ValueJob::runAll);
    }

    /** What is done with a job's steps. */
    public interface Work {
        void on(ValueJob job, DuckDb maker) throws SQLException, IOException;
    }

    /** A job for a run, on DuckDB. */
    public void job(long run, Work work) throws SQLException, IOException {
        Room room = new Room(folder.resolve("room"), "500MB", 1);
        try (Tables tables = new Tables(access());
                DuckDb engine = DuckDb.open(room)) {
            work.on(new ValueJob(run, tables, engine, folder.resolve("run-" + run), clock), engine);
        }
    }

    /** Computes everybody's value; gives the run. */
    public long compute() throws SQLException, IOException {
        long run = begin();
        job(run, ValueJob::runAll);
        return run;
    }

    /** Gives a run up, as the hall does with one that is silent. */
    void giveUp(long run) {
        beside().sql("update insight.run set state = 'FAILED', fault = 'LOST', ended_at = begun_at where id = ?")
                .param(run)
                .update();
    }

    /** A column of what a run computed, by customers. */
    Map<Long, Long> column(long run, String column) {
        Map<Long, Long> rows = new TreeMap<>();
        db.sql("select subscriber_id, " + column + " as seen from insight.value where run_id = ?")
                .param(run)
                .query(row -> {
                    rows.put(row.getLong("subscriber_id"), row.getLong("seen"));
                });
        return rows;
    }

    long inForce() {
        return single("select run_id from insight.standing");
    }

    long single(String sql) {
        return db.sql(sql).query(Long.class).single();
    }

    private Tables.Access access() {
        return new Tables.Access(
                Optional.ofNullable(source.getUrl()).orElseThrow(),
                Optional.ofNullable(source.getUsername()).orElseThrow(),
                Optional.ofNullable(source.getPassword()).orElseThrow());
    }
}
