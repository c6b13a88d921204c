package org.omnihall.bench.measure.radius;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.omnihall.bench.demo.RunningHall;
import org.omnihall.hall.database.embedded.EmbeddedPostgres;
import org.omnihall.hall.database.embedded.Plan;
import org.omnihall.hall.node.Home;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** The database of a hall in this process, to be stopped and started behind its back. */
final class Postgres {

    private final Plan plan;

    private Postgres(Plan plan) {
        this.plan = plan;
    }

    static Postgres of(RunningHall hall) {
        Environment settings = hall.bean(Environment.class);
        Path directory = hall.bean(Home.class).resolve("postgres");
        Path programs = Optional.ofNullable(settings.getProperty("omnihall.database.programs"))
                .filter(text -> !text.isBlank())
                .map(Path::of)
                .orElse(directory);
        Map<String, String> embedded = Binder.get(settings)
                .bind("omnihall.database.embedded", Bindable.mapOf(String.class, String.class))
                .orElse(Map.of());
        return new Postgres(new Plan(programs, directory, hall.node().ports().database(), embedded));
    }

    /** Disconnects all and stops (what PostgreSQL calls a fast shutdown); returns when it has ended. */
    void stop() throws IOException {
        String pid = Files.readAllLines(plan.directory().resolve("data/postmaster.pid"))
                .getFirst();
        ProcessHandle server = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
        new ProcessBuilder("kill", "-INT", pid).inheritIO().start().onExit().join();
        server.onExit().join();
    }

    /** Starts it again and returns when it takes connections; it ends after the hall. */
    void start(RunningHall hall) {
        hall.whenClosed(EmbeddedPostgres.start(plan)::close);
    }
}
