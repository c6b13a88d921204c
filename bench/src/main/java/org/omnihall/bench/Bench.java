package org.omnihall.bench;

import java.nio.file.Path;
import java.util.List;
import org.omnihall.bench.measure.Measurements;

/** {@code ./omnihall bench NAME}: a bounded measurement; its figures are printed and kept in docs/measurements. */
public final class Bench {

    private Bench() {}

    public static void main(String... arguments) throws Exception {
        String name = arguments.length == 0 ? "" : arguments[0];
        List<String> options = List.of(arguments).stream().skip(1).toList();
        if (!Measurements.take(name, options, Path.of(System.getProperty("omnihall.root", ".")), System.out)) {
            System.err.println(
                    "Usage: ./omnihall bench startup|login|radius|lists|import|crash|crash-fulfilment|faults|nodes|soak|fuzz|card|decision|tmf|insight");
            System.err.println("       ./omnihall bench card --customers 1000000 --contacts 100000000");
            System.err.println("       ./omnihall bench radius --subscribers 10000,100000,1000000 --seconds 20");
            System.err.println("       ./omnihall bench faults --seconds 60");
            System.err.println("       ./omnihall bench nodes --seconds 20");
            System.err.println("       ./omnihall bench soak --minutes 30 --subscribers 100000");
            System.err.println("       ./omnihall bench fuzz --minutes 10");
            System.err.println("       ./omnihall bench decision --customers 1000000");
            System.err.println("       ./omnihall bench tmf --customers 1000000 --contacts 5000000");
            System.err.println("       ./omnihall bench insight --customers 10000000");
            System.exit(2);
        }
        System.exit(0);
    }
}
