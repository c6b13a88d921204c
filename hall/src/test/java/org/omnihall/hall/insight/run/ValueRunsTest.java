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
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.omnihall.hall.Eventually;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.SettingsOf;
import org.omnihall.hall.decision.CustomerBand;
import org.omnihall.hall.decision.CustomerBands;
import org.omnihall.hall.insight.CustomerValues;
import org.omnihall.hall.insight.InsightSettings;
import org.omnihall.hall.insight.Spending;
import org.omnihall.hall.interaction.Cards;
import org.omnihall.hall.interaction.CustomerValue;
import org.omnihall.hall.node.CommandCall;
import org.omnihall.hall.node.Home;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.party.Subscribers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The hall starts the analytics program, hears how it ends, and tells the cards: the program runs as a process of its own here too. */
@HallTest
class ValueRunsTest {

    private static final AtomicInteger NUMBERS = new AtomicInteger(7_000);

    private final ApplicationContext hall;
    private final JdbcClient db;
    private final ValueRuns values;
    private final Runs runs;
    private final CardTelling telling;
    private final Cards cards;
    private final Spending spending;
    private final YearMonth last;

    @Autowired
    ValueRunsTest(ApplicationContext hall) {
        this.hall = hall;
        this.db = hall.getBean(JdbcClient.class);
        this.values = hall.getBean(ValueRuns.class);
        this.runs = hall.getBean(Runs.class);
        this.telling = hall.getBean(CardTelling.class);
        this.cards = hall.getBean(Cards.class);
        this.spending = hall.getBean(Spending.class);
        this.last = hall.getBean(CustomerValues.class).window().last();
    }

    @BeforeEach
    void begin() {
        db.sql("update insight.run set state = 'FAILED', fault = 'LOST', ended_at = begun_at where state = 'RUNNING'")
                .update();
    }

    @Test
    void computesAndTellsTheCardsFromWhichDecisionsRead() {
        long li = customer(40_000);
        long wang = customer(100);
        Run run = computed();
        assertThat(run.customers()).isGreaterThanOrEqualTo(2);
        assertThat(run.window().last()).isEqualTo(last);
        tellAll();
        assertThat(told(li).monthlyFen()).isEqualTo(40_000);
        assertThat(told(li).tier()).isEqualTo("钻石 Diamond");
        assertThat(told(li).asOf()).isEqualTo(run.endedAt().orElseThrow());
        CustomerBands bands = hall.getBean(CustomerBands.class);
        assertThat(bands.of(li)).contains(CustomerBand.HIGH);
        assertThat(bands.of(wang)).contains(CustomerBand.LOW);
        assertThat(runs.find(run.id()).orElseThrow().told()).isTrue();
    }

    @Test
    void tellsAgainOnlyWhatChanged() {
        long li = customer(40_000);
        long wang = customer(50_000);
        computed();
        tellAll();
        CustomerValue before = told(wang);
        spending.tell(List.of(new Spending.Bill(li, last, 30_000, Optional.empty(), "/")));
        computed();
        tellAll();
        assertThat(told(li).monthlyFen()).isEqualTo(30_000);
        assertThat(told(wang)).isEqualTo(before);
    }

    @Test
    void goesOnTellingWhereItStopped() {
        long li = customer(10_000);
        long wang = customer(20_000);
        Run run = computed();
        tellAll();
        db.sql("update interaction.card set value = null").update();
        db.sql("update insight.run set told = false, told_to = ? where id = ?")
                .params(li, run.id())
                .update();
        db.sql("update insight.run set told = false where id < ?")
                .param(run.id())
                .update();
        tellAll();
        assertThat(cards.valueOf(li)).as("was told before the fall").isEmpty();
        assertThat(told(wang).monthlyFen()).isEqualTo(20_000);
    }

    @Test
    void stopsBetweenTwoBatchesAndGoesOnAfterwards() {
        List<Msisdn> many = IntStream.range(0, 1_200)
                .mapToObj(i -> new Msisdn("1386656%04d".formatted(i)))
                .toList();
        spending.tell(hall.getBean(Subscribers.class).idsOf(many).values().stream()
                .map(id -> new Spending.Bill(id, last, 900, Optional.empty(), "/"))
                .toList());
        telling.stop();
        Run run = computed();
        telling.round();
        assertThat(runs.find(run.id()).orElseThrow().told())
                .as("the first thousand")
                .isFalse();
        telling.start();
        Eventually.holds("all is told", () -> runs.find(run.id()).orElseThrow().told());
        assertThat(hall.getBean(Subscribers.class).idsOf(many).values()).allMatch(id -> told(id).monthlyFen() == 900);
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

    /** The Java programs that this process started; its arguments are too many for the system to tell. */
    private static Stream<ProcessHandle> processes() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().command().orElse("").endsWith("/java"));
    }

    private long begun() {
        return switch (values.begin("", "test")) {
            case RunStart.Begun begun -> begun.run();
            case RunStart.Refused refused -> throw new AssertionError(refused.reason());
        };
    }

    private Run computed() {
        long run = begun();
        Eventually.holds(
                "run " + run + " ends", () -> runs.find(run).orElseThrow().state() != Run.State.RUNNING);
        Eventually.holds("its process ends", () -> processes().findAny().isEmpty());
        Run ended = runs.find(run).orElseThrow();
        assertThat(ended.state()).isEqualTo(Run.State.PUBLISHED);
        return ended;
    }

    private void tellAll() {
        Eventually.holds("all is told", () -> {
            telling.round();
            return runs.inForce().orElseThrow().told();
        });
    }

    private CustomerValue told(long customer) {
        return cards.valueOf(customer).orElseThrow();
    }

    private long customer(long fen) {
        long id = hall.getBean(Subscribers.class).idOf(new Msisdn("1386655" + NUMBERS.incrementAndGet()));
        spending.tell(List.of(new Spending.Bill(id, last, fen, Optional.empty(), "/")));
        return id;
    }
}
