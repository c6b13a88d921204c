package org.omnihall.hall.insight.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.omnihall.hall.Eventually;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.SettingsOf;
import org.omnihall.hall.insight.CustomerValues;
import org.omnihall.hall.insight.InsightSettings;
import org.omnihall.hall.insight.Spending;
import org.omnihall.hall.node.CommandCall;
import org.omnihall.hall.node.Home;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionOperations;

/** The hall starts the analytics program, hears how it ends, and tells the cards: the program runs as a process of its own here too. */
@HallTest
class ValueRunsTest extends ValueComputing {

    @Autowired
    ValueRunsTest(ApplicationContext hall) {
        super(hall);
    }

    @Test
    void runsOneAtATimeAndGivesUpWhatIsSilent() {
        Clock clock = hall.getBean(Clock.class);
        long silent = runs.begin(wish(), clock.instant()).orElseThrow();
        assertThat(values.begin("", "test")).isEqualTo(new RunStart.Refused(RunStart.Reason.RUNS_ALREADY));
        assertThat(runs.giveUp(clock.instant().plus(Runs.SILENCE).minus(Duration.ofSeconds(5))))
                .isZero();
        assertThat(runs.giveUp(clock.instant().plus(Runs.SILENCE).plus(Duration.ofSeconds(5))))
                .isEqualTo(1);
        assertThat(runs.find(silent).flatMap(Run::fault)).contains(RunFault.LOST);
    }

    @Test
    void givesUpWhatIsSilentThoughNobodyWishesToCompute() {
        Clock clock = hall.getBean(Clock.class);
        long silent = runs.begin(wish(), clock.instant().minus(Runs.SILENCE).minusSeconds(5))
                .orElseThrow();
        Scheduler scheduler = hall.getBean(Scheduler.class);
        scheduler.reschedule(TaskInstanceId.of(ValueNightly.SILENT, RecurringTask.INSTANCE), clock.instant());
        scheduler.triggerCheckForDueExecutions();
        Eventually.holds("it is given up", () -> runs.running().isEmpty());
        assertThat(runs.find(silent).flatMap(Run::fault)).contains(RunFault.LOST);
    }

    @Test
    void saysWhatIsMissing() {
        InsightSettings none = SettingsOf.bind(InsightSettings.class, Map.of());
        assertThat(program(none).missing("")).contains(RunStart.Reason.NO_PROGRAM);
        InsightSettings alone = SettingsOf.bind(
                InsightSettings.class,
                Map.of("omnihall.insight.class-path", "x.jar", "omnihall.insight.spark", "nowhere"));
        assertThat(program(alone).missing("")).isEmpty();
        assertThat(program(alone).missing("local[1]")).contains(RunStart.Reason.NO_SPARK);
        assertThat(values.begin("spark://nowhere:7077", "test"))
                .isEqualTo(new RunStart.Refused(RunStart.Reason.NO_SPARK));
    }

    @Test
    void hearsTheLastWordsOfALongStory() throws IOException {
        Path folder = Files.createDirectories(hall.getBean(Home.class).resolve("insight"));
        Files.writeString(folder.resolve("run-0.log"), "WARN Spark begins\n".repeat(9_000) + """
                java.io.IOException: copy (select 1) to '/x'
                \tat org.omnihall.analytics.DuckDb.execute(DuckDb.java:80)
                Caused by: java.sql.SQLException: No space left on device
                \tat org.duckdb.DuckDBNative.execute(Native Method)
                \t... 3 more
                """);
        Program program = program(hall.getBean(InsightSettings.class));
        assertThat(program.lastWords(0)).isEqualTo("Caused by: java.sql.SQLException: No space left on device");
        assertThat(program.lastWords(-1)).isEmpty();
    }

    @Test
    void leavesAloneWhatOthersKeepWhereFilesAreExchanged(@TempDir Path shared)
            throws IOException, InterruptedException {
        Path theirs = Files.writeString(
                Files.createDirectories(shared.resolve("theirs")).resolve("ledger.csv"), "1,2");
        Path ours = Files.createDirectories(shared.resolve("omnihall-analytics/run-1"));
        InsightSettings settings = SettingsOf.bind(
                InsightSettings.class,
                Map.of(
                        "omnihall.insight.class-path",
                        hall.getBean(InsightSettings.class).classPath(),
                        "omnihall.insight.exchange",
                        shared.toString()));
        long run = runs.begin(wish(), hall.getBean(Clock.class).instant()).orElseThrow();
        assertThat(program(settings).start(run, "").waitFor()).isZero();
        assertThat(runs.inForce().map(Run::id)).contains(run);
        assertThat(theirs).hasContent("1,2");
        assertThat(ours).as("what a run left behind").doesNotExist();
    }

    /** The run's row is held, so that the program waits between two steps, and dies there. */
    @Test
    void keepsTheFiguresInForceWhenTheProgramIsKilled() {
        long li = customer(40_000);
        Run good = computed();
        spending.tell(List.of(new Spending.Bill(li, last, 1, Optional.empty(), "/")));
        long dead = begun();
        hall.getBean(TransactionOperations.class).executeWithoutResult(status -> {
            db.sql("select id from insight.run where id = ? for update")
                    .param(dead)
                    .query(Long.class)
                    .single();
            ProcessHandle process = processes().findFirst().orElseThrow();
            process.destroyForcibly();
            Eventually.holds("it is dead", () -> !process.isAlive());
        });
        Eventually.holds("its end is known", () -> runs.find(dead).orElseThrow().state() == Run.State.FAILED);
        assertThat(runs.find(dead).flatMap(Run::fault)).contains(RunFault.BROKEN);
        assertThat(runs.inForce().map(Run::id)).contains(good.id());
        assertThat(db.sql("select fen from insight.value where run_id = ? and subscriber_id = ?")
                        .params(good.id(), li)
                        .query(Long.class)
                        .single())
                .isEqualTo(40_000);
        assertThat(computed().id()).isGreaterThan(dead);
    }

    @Test
    void answersTheShellUntilTheEnd() {
        customer(7_700);
        AnalyticsCommand command = hall.getBean(AnalyticsCommand.class);
        StringWriter out = new StringWriter();
        assertThat(command.run(call(out))).isZero();
        assertThat(out.toString()).containsPattern("run \\d+: \\d+ customers in \\d+ s");
        assertThat(command.run(call(out, "--master"))).isEqualTo(2);
        assertThat(command.run(call(out, "--master", "spark://nowhere:7077"))).isEqualTo(1);
        assertThat(out.toString()).contains("nothing was begun: NO_SPARK");
    }

    private static CommandCall call(StringWriter out, String... arguments) {
        PrintWriter to = new PrintWriter(out);
        return new CommandCall(
                List.of(arguments), Path.of("."), new BufferedReader(new StringReader("")), to, to, "shell:test");
    }

    private Runs.Wish wish() {
        return new Runs.Wish("", "test", hall.getBean(CustomerValues.class).window(), 1);
    }

    private Program program(InsightSettings settings) {
        return new Program(settings, hall.getBean(HikariDataSource.class), hall.getBean(Home.class));
    }
}
