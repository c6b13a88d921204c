package org.omnihall.bench;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.omnihall.bench.boss.BossSim;
import org.omnihall.bench.sim.Simulator;

/** {@code ./omnihall sim}: simulated phones at a simulated access controller, or a simulated BOSS, for a hall at any address. */
public final class Sim {

    private Sim() {}

    public static void main(String... arguments) throws InterruptedException {
        if (arguments.length > 0 && arguments[0].equals("boss")) {
            System.exit(BossSim.main(List.of(arguments).subList(1, arguments.length), System.out, System.err));
        }
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        System.exit(Simulator.main(List.of(arguments), System.getenv(), in, System.out, System.err));
    }
}
