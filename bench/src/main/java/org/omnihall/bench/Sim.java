package org.omnihall.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.omnihall.bench.sim.CityCommand;
import org.omnihall.bench.sim.Simulator;

/** {@code ./omnihall sim}: simulated phones at a simulated access controller against a hall at any address, or a made-up city. */
public final class Sim {

    private Sim() {}

    public static void main(String... arguments) throws InterruptedException, IOException {
        if (arguments.length > 0 && arguments[0].equals("city")) {
            List<String> options = List.of(arguments).subList(1, arguments.length);
            System.exit(new CityCommand(Clock.system(ZoneId.systemDefault()), System.out, System.err)
                    .run(options, System.getenv()));
        }
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        System.exit(Simulator.main(List.of(arguments), System.getenv(), in, System.out, System.err));
    }
}
