package org.omnihall.bench.boss;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** The simulated business support system as a command: it runs until it is ended, then prints its account. */
public final class BossSim {

    /** What {@code ./omnihall sim boss --help} prints. */
    static final String HELP = """
            Usage: ./omnihall sim boss [--port N] [--fault NAME]
              Plays the business support system that takes what orders tell it, on 127.0.0.1, port 8086 unless another is given:
                ./omnihall run --omnihall.boss.url=http://127.0.0.1:8086/orders
              Shows its account at http://127.0.0.1:8086/ and prints it at the end. A fault begins, and ends by none, with
                curl -X POST http://127.0.0.1:8086/fault/NAME
              NAME: none, down, slow (3 s), broken, busy, answer-lost, garbage, unwilling.
            """;

    private static final Duration SLOWNESS = Duration.ofSeconds(3);
    private static final int PORT = 8086;

    private BossSim() {}

    /** @return 2 when an option is wrong or the port is taken; else it runs until the process is ended */
    public static int main(List<String> arguments, PrintStream out, PrintStream err) throws InterruptedException {
        if (arguments.contains("--help") || arguments.contains("-h")) {
            out.print(HELP);
            return 0;
        }
        int port = PORT;
        Fault fault = Fault.NONE;
        for (int i = 0; i < arguments.size(); i += 2) {
            String value = i + 1 < arguments.size() ? arguments.get(i + 1) : "";
            Optional<Fault> named = Fault.named(value);
            if (arguments.get(i).equals("--port") && value.matches("\\d{1,5}")) {
                port = Integer.parseInt(value);
            } else if (arguments.get(i).equals("--fault") && named.isPresent()) {
                fault = named.get();
            } else {
                err.println("sim boss: " + arguments.get(i) + " " + value
                        + " makes no sense; see ./omnihall sim boss --help");
                return 2;
            }
        }
        return play(port, fault, out, err);
    }

    private static int play(int port, Fault fault, PrintStream out, PrintStream err) throws InterruptedException {
        try (Boss boss = Boss.open(port, SLOWNESS)) {
            boss.suffer(fault);
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(() -> out.print(boss.account().summary())));
            out.println("BOSS takes commands at " + boss.url() + " and shows its account at " + boss.page());
            new CountDownLatch(1).await();
            return 0;
        } catch (IOException | IllegalArgumentException taken) {
            err.println("sim boss: " + taken.getMessage());
            return 2;
        }
    }
}
