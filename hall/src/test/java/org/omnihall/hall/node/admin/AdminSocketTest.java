package org.omnihall.hall.node.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.omnihall.hall.HallDatabase;
import org.omnihall.hall.audit.AuditTrail;
import org.omnihall.hall.node.Command;
import org.omnihall.hall.node.CommandCall;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(HallDatabase.class)
class AdminSocketTest {

    /** Answers with what it was given. */
    private record Echo() implements Command {
        @Override
        public String name() {
            return "echo back";
        }

        @Override
        public String usage() {
            return "WORD...";
        }

        @Override
        public int run(CommandCall call) throws IOException {
            if (call.arguments().isEmpty()) {
                return 2;
            }
            call.out()
                    .println(call.arguments() + " " + call.in().readLine() + " "
                            + call.file("x.csv").isAbsolute());
            call.err().println("by " + call.actor());
            return 7;
        }
    }

    @TempDir
    private Path folder;

    private final JdbcClient db;

    AdminSocketTest(JdbcClient db) {
        this.db = db;
    }

    @Test
    void runsACommandAndWritesDownWhoCalledIt() throws IOException {
        Answer answer = type("a secret 密\n", "echo", "back", "one", "two words");

        assertThat(answer.status()).isEqualTo(7);
        assertThat(answer.out()).isEqualTo("[one, two words] a secret 密 true\n");
        assertThat(answer.err()).isEqualTo("by shell:" + System.getProperty("user.name") + "\n");
        assertThat(db.sql("select actor || ' ' || act || ' ' || detail from audit.entry order by id desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("shell:" + System.getProperty("user.name") + " shell.echo.back one two words");
    }

    @Test
    void tellsTheUsageOfACommandAndTheCommandsThereAre() throws IOException {
        assertThat(type("", "echo", "back")).isEqualTo(new Answer(2, "", "Usage: ./omnihall echo back WORD...\n"));
        assertThat(type("", "echo").err()).contains("Not a command: echo").contains("./omnihall echo back WORD...");
    }

    @Test
    void saysWhereNoHallAnswers() {
        String nowhere = folder.resolve("nowhere.sock").toString();

        assertThat(call("", nowhere, List.of("echo")).err()).contains(nowhere).contains("./omnihall run");
    }

    private record Answer(int status, String out, String err) {}

    private Answer type(String input, String... typed) throws IOException {
        Path path = folder.resolve("omnihall.sock");
        Commands commands = new Commands(Stream.of(new Echo()), new AuditTrail(db, Clock.systemUTC()));
        try (AdminSocket socket = new AdminSocket(path, commands)) {
            socket.start();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                    .isEqualTo("rw-------");
            return call(input, folder.resolve("gone.sock") + ":" + path, List.of(typed));
        }
    }

    private static Answer call(String input, String sockets, List<String> typed) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Shell shell = new Shell(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        int status = shell.call(List.of(sockets.split(":")), typed);
        return new Answer(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
