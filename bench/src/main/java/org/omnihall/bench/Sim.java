package org.omnihall.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.omnihall.bench.boss.BossSim;
import org.omnihall.bench.demo.City;
import org.omnihall.bench.sim.CityCommand;
import org.omnihall.bench.sim.Simulator;

/**
 * {@code ./omnihall sim}: simulated phones at a simulated access controller against a hall at any address; with a first word, a made-up city or
 * a simulated BOSS.
 */
public final class Sim {

    private Sim() {}

    public static void main(String... arguments) throws InterruptedException, IOException {
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> typed) throws InterruptedException, IOException {
        String first = typed.isEmpty() ? "" : typed.getFirst();
        return switch (first) {
            case "city" ->
                new CityCommand(Clock.system(City.ZONE), System.out, System.err)
                        .run(typed.subList(1, typed.size()), System.getenv());
            case "boss" -> BossSim.main(typed.subList(1, typed.size()), System.out, System.err);
            default -> {
                BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
                yield Simulator.main(typed, System.getenv(), in, System.out, System.err);
            }
        };
    }
}
