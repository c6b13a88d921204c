package org.omnihall.bench.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.omnihall.bench.demo.SystemHall;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** A hall that is killed, with its database, in the middle of its work (acceptance 4), and what can be found in it afterwards. */
class CrashSystemTest {

    private static final Duration EARLIEST = Duration.ofSeconds(6);
    private static final Duration LATEST = Duration.ofSeconds(10);
    private static final Duration COMING = Duration.ofSeconds(12);

    private static Path folder;
    private static CrashRun run;
    private static CrashRun.Crash crash;
    private static int onlineBefore;

    @BeforeAll
    static void killAHallAtWork() throws IOException, InterruptedException {
        long seed = Long.getLong("omnihall.crash.seed", System.nanoTime());
        System.out.println("crash run with -Domnihall.crash.seed=" + seed);
        folder = Files.createTempDirectory("crash");
        run = CrashRun.open(folder.resolve("home"), SystemHall.freeOffset(), seed);
        run.come(COMING);
        crash = run.crash(EARLIEST, LATEST, true);
        onlineBefore = run.online();
        run.come(EARLIEST);
        run.end();
        System.out.println(
                crash + ", " + run.book().byKind() + ", " + run.online() + " logins, " + run.failed() + " cut off");
    }

    @AfterAll
    static void close() throws IOException {
        run.close();
        FileSystemUtils.deleteRecursively(folder);
    }

    @Test
    void hasEveryAcknowledgedEventOnceAndNoOther() throws IOException {
        Map<ControllersBook.Event, Long> once =
                run.book().all().stream().collect(Collectors.toMap(event -> event, event -> 1L));

        assertThat(run.books().events()).isEqualTo(once);
    }

    @Test
    void closedEverySessionWithTheControllersCounters() throws IOException {
        assertThat(run.books().closed())
                .containsExactlyInAnyOrderElementsOf(run.book().stops());
        assertThat(run.books().online()).isEmpty();
    }

    @Test
    void servedTwoHundredLoginsAMinuteAndWentOnAfterwards() {
        assertThat(crash.onlineRight()).isLessThan(CrashRun.INTERIM);
        assertThat(CrashRun.LOGINS_A_MINUTE).isGreaterThanOrEqualTo(200);
        assertThat(onlineBefore).isGreaterThan(5);
        assertThat(run.online()).isGreaterThan(onlineBefore + 5);
        assertThat(run.book().byKind()).containsKeys("START", "INTERIM", "STOP");
    }

    @Test
    void holdsNoCodeInAnyTableLogOrFile() throws IOException {
        CodeSearch search = new CodeSearch(codes());

        search.tables(run.hall().database());
        checkpoint();
        search.files(run.hall().home(), "");
        search.file("output", run.hall().output());

        assertThat(search.leaks()).as(search.found().toString()).isEmpty();
    }

    @Test
    void wouldFindACodeInATableAndInTheDatabasesFiles() throws IOException {
        Set<String> codes = codes();
        JdbcClient db = JdbcClient.create(run.hall().database());
        db.sql("create schema planted").update();
        db.sql("create table planted.message (words text, sealed bytea)").update();
        for (String code : codes) {
            db.sql("insert into planted.message values (?, ?)")
                    .params("您的验证码：" + code + "，五分钟内有效", ("code " + code).getBytes(StandardCharsets.UTF_16BE))
                    .update();
        }
        CodeSearch search = new CodeSearch(codes);

        search.tables(run.hall().database());
        db.sql("drop schema planted cascade").update();
        search.files(run.hall().home(), "postgres/data/pg_wal");

        assertThat(search.leaks()).contains("planted.message.words", "planted.message.sealed", "pg_wal");
    }

    @ParameterizedTest
    @ValueSource(strings = {"code=%s", "%s", "%s 是您的验证码", "{\"code\":\"%s\"}"})
    void wouldFindACodeInAFile(String line) {
        CodeSearch search = new CodeSearch(Set.of("123456", "024680"));

        for (String code : List.of("123456", "024680")) {
            search.octets("text", line.formatted(code).getBytes(StandardCharsets.UTF_8));
            search.octets("sms", line.formatted(code).getBytes(StandardCharsets.UTF_16BE));
            search.octets("memory", line.formatted(code).getBytes(StandardCharsets.UTF_16LE));
            search.octets("number", line.formatted("13857" + code).getBytes(StandardCharsets.UTF_8));
        }
        search.octets("digest", "e10adc3949ba59abbe56e057f20f883e".getBytes(StandardCharsets.UTF_8));

        assertThat(search.leaks()).containsExactly("memory", "sms", "text");
        assertThat(search.found()).containsEntry("digest", Set.of("123456"));
    }

    /** The first and the last codes that reached phones: before the kill and after it. */
    private static Set<String> codes() {
        List<String> read = run.handsets().stream()
                .flatMap(handset -> run.centre().inbox(handset.number()).stream())
                .flatMap(sms -> sms.code().stream())
                .distinct()
                .toList();
        assertThat(read).hasSizeGreaterThan(6);
        return Set.of(read.get(0), read.get(1), read.get(read.size() - 2), read.getLast());
    }

    /** All that PostgreSQL keeps in memory goes to its files. */
    private static void checkpoint() throws IOException {
        JdbcClient.create(run.hall().database()).sql("checkpoint").update();
    }
}
