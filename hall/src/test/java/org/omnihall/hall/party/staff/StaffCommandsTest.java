package org.omnihall.hall.party.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.ConsoleBrowser;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.StaffOnPaper;
import org.omnihall.hall.node.Command;
import org.omnihall.hall.node.CommandCall;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the shell can do for staff and scrapers when the console cannot be reached. */
@HallTest
class StaffCommandsTest {

    private final int port;
    private final JdbcClient db;
    private final List<Command> commands;
    private final StringWriter out = new StringWriter();

    @Autowired
    StaffCommandsTest(@LocalServerPort int port, JdbcClient db, List<Command> commands) {
        this.port = port;
        this.db = db;
        this.commands = commands;
    }

    @Test
    void unlocksAndSetsAPasswordThatMustBeChanged() throws IOException {
        StaffOnPaper.browser(db, port, "cmd-li", "auditor", "/");
        db.sql("update party.staff set locked = true where login = 'cmd-li'").update();
        assertThat(new ConsoleBrowser(port).signIn("cmd-li", StaffOnPaper.PASSWORD))
                .contains("refused");
        assertThat(run("staff unlock", "", "cmd-li")).isZero();
        assertThat(new ConsoleBrowser(port).signIn("cmd-li", StaffOnPaper.PASSWORD))
                .isEqualTo("/");

        assertThat(run("staff password", "short\n", "cmd-li", "--password-stdin"))
                .isEqualTo(1);
        assertThat(run("staff password", "a calm sentence\n", "cmd-li")).isEqualTo(2);
        assertThat(run("staff password", "a calm sentence\n", "cmd-li", "--password-stdin"))
                .isZero();
        ConsoleBrowser browser = new ConsoleBrowser(port);
        browser.signIn("cmd-li", "a calm sentence");
        assertThat(ConsoleBrowser.location(browser.get("/audit"))).isEqualTo("/password");
        assertThat(run("staff unlock", "", "nobody-at-all")).isEqualTo(1);
        assertThat(out.toString()).doesNotContain("a calm sentence");
    }

    @Test
    void aScraperReadsTheMetricsByItsTokenAndNothingElse() throws IOException {
        assertThat(run("metrics token", "")).isZero();
        String token = out.toString().strip();
        ConsoleBrowser scraper = new ConsoleBrowser(port);
        assertThat(scraper.get("/actuator/prometheus", "Authorization", "Bearer " + token)
                        .body())
                .contains("jvm_memory");
        assertThat(scraper.get("/actuator/prometheus", "Authorization", "Bearer wrong")
                        .statusCode())
                .isEqualTo(401);
        assertThat(ConsoleBrowser.location(scraper.get("/staff", "Authorization", "Bearer " + token)))
                .isEqualTo("/sign-in");
        run("metrics token", "", "--revoke");
        assertThat(scraper.get("/actuator/prometheus", "Authorization", "Bearer " + token)
                        .statusCode())
                .isEqualTo(401);
    }

    private int run(String name, String in, String... arguments) throws IOException {
        Command command = commands.stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow();
        PrintWriter writer = new PrintWriter(out, true);
        return command.run(new CommandCall(
                List.of(arguments),
                Path.of("."),
                new BufferedReader(new StringReader(in)),
                writer,
                writer,
                "shell:test"));
    }
}
