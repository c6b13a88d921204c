package org.omnihall.bench.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.omnihall.bench.demo.SystemHall;
import org.omnihall.hall.node.admin.Shell;
import org.springframework.util.FileSystemUtils;

/** A hall in a process of its own, backed up from the shell while it works, and restored into an empty directory (access-rules.md rule 22). */
class BackupSystemTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static Path folder;

    @BeforeAll
    static void open() throws IOException {
        folder = Files.createTempDirectory("backup");
    }

    @AfterAll
    static void close() throws IOException {
        FileSystemUtils.deleteRecursively(folder);
    }

    /** What came of a command. */
    private record Typed(int status, String out, String err) {}

    private static Typed type(HallProcess hall, String in, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Shell shell = new Shell(
                new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        int status = shell.call(List.of(hall.home().resolve("omnihall.sock").toString()), List.of(words));
        return new Typed(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void comesBackInAnEmptyDirectoryThatHasItsKeys() throws IOException, InterruptedException {
        int offset = SystemHall.freeOffset();
        Path file = folder.resolve("hall.zip");
        String accounts;
        try (HallProcess first = new HallProcess(folder.resolve("first"), offset, List.of())) {
            first.start();
            assertThat(type(first, "correct horse\n", "account", "add", "li@office", "--password-stdin"))
                    .returns(0, Typed::status);
            accounts = type(first, "", "export", "accounts").out();
            assertThat(type(first, "", "backup", file.toString())).satisfies(done -> {
                assertThat(done.status()).as(done.err()).isZero();
                assertThat(done.out()).contains("rows of");
            });
            assertThat(type(first, "", "backup", file.toString()).err()).contains("none is written over");
        }
        Path empty = Files.createDirectories(folder.resolve("second"));
        Files.copy(folder.resolve("first/vault.keys"), empty.resolve("vault.keys"));
        try (HallProcess second = new HallProcess(empty, offset, List.of())) {
            second.start();
            assertThat(type(second, "", "export", "accounts").out()).doesNotContain("li@office");
            assertThat(type(second, "", "restore", file.toString()).status()).isEqualTo(2);
            assertThat(type(second, "", "restore", file.toString(), "--replace"))
                    .satisfies(done -> {
                        assertThat(done.status()).as(done.err()).isZero();
                        assertThat(done.out()).contains("The hall ends now");
                    });
            assertThat(second.ends(PATIENCE)).as("it ends").isTrue();
            second.start();
            assertThat(accounts).contains("li@office");
            assertThat(type(second, "", "export", "accounts").out()).isEqualTo(accounts);
        }
    }
}
