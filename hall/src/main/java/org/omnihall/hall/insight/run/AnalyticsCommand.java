package org.omnihall.hall.insight.run;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import org.omnihall.hall.insight.InsightSettings;
import org.omnihall.hall.node.Bell;
import org.omnihall.hall.node.Command;
import org.omnihall.hall.node.CommandCall;
import org.springframework.stereotype.Component;

/** {@code analytics value [--master M]}: computes everybody's value now, and tells how far it is until it ends. */
@Component
class AnalyticsCommand implements Command {

    private static final Duration LOOK = Duration.ofMillis(500);

    private final ValueRuns values;
    private final Runs runs;
    private final InsightSettings settings;

    AnalyticsCommand(ValueRuns values, Runs runs, InsightSettings settings) {
        this.values = values;
        this.runs = runs;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "analytics value";
    }

    @Override
    public String usage() {
        return "[--master M]\nComputes what every customer is worth: on this machine, or on the Spark cluster at M.";
    }

    @Override
    public int run(CommandCall call) {
        boolean cluster =
                call.arguments().size() == 2 && call.arguments().getFirst().equals("--master");
        if (!cluster && !call.arguments().isEmpty()) {
            return 2;
        }
        String master = cluster ? call.arguments().getLast() : settings.master();
        return switch (values.begin(master, call.actor())) {
            case RunStart.Refused refused -> {
                call.err().println("nothing was begun: " + refused.reason());
                yield 1;
            }
            case RunStart.Begun begun -> follow(begun.run(), call.out());
        };
    }

    private int follow(long id, PrintWriter out) {
        Optional<Run.Step> shown = Optional.empty();
        while (true) {
            Run run = runs.find(id).orElseThrow();
            switch (run.state()) {
                case RUNNING -> {
                    if (!shown.equals(Optional.of(run.step()))) {
                        out.println(run.step());
                        out.flush();
                        shown = Optional.of(run.step());
                    }
                    if (!rested()) {
                        return 1;
                    }
                }
                case PUBLISHED -> {
                    out.println("run " + id + ": " + run.customers() + " customers in "
                            + run.took().orElse(Duration.ZERO).toSeconds() + " s");
                    return 0;
                }
                case FAILED -> {
                    out.println("run " + id + " failed: "
                            + run.fault().map(Enum::name).orElse(""));
                    return 1;
                }
            }
        }
    }

    /** A bell that nobody rings is a pause. */
    private static boolean rested() {
        try {
            new Bell().await(LOOK);
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
