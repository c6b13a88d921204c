package org.omnihall.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.omnihall.bench.ac.Controller;
import org.omnihall.bench.ac.Watcher;
import org.omnihall.bench.demo.Centre;
import org.omnihall.bench.demo.City;
import org.omnihall.bench.demo.RunningHall;
import org.omnihall.bench.phone.Handset;
import org.omnihall.bench.phone.Traveller;
import org.omnihall.hall.access.network.Draft;
import org.omnihall.hall.access.network.FigureSettings;
import org.omnihall.hall.access.network.Scope;

/** Full first logins: redirect, page, number, SMS, code, Portal, RADIUS, accounting start and stop; phones and controllers included. */
final class LoginBench {

    private static final int PHONES_AT_ONCE = 16;
    private static final Duration WARM = Duration.ofSeconds(15);
    private static final Duration SPAN = Duration.ofSeconds(30);

    private LoginBench() {}

    static void run(RunningHall hall, Figures figures) throws IOException, InterruptedException {
        hall.city().register();
        hall.bean(FigureSettings.class)
                .set(Scope.OPERATOR, "/", Draft.of("figure", "perControllerPerMinute", "value", "1000000"), "bench");
        SSLContext trust = hall.trust();
        List<Controller> controllers = new ArrayList<>();
        for (City.Site site : City.SITES) {
            controllers.add(hall.city().play(site, Watcher.NOBODY));
        }
        Load.run(PHONES_AT_ONCE, WARM, number -> journey(hall, controllers, trust, number));
        Load.Result result =
                Load.run(PHONES_AT_ONCE, SPAN, number -> journey(hall, controllers, trust, 100_000 + number));
        controllers.forEach(Controller::close);
        figures.add("phones at once", "%d".formatted(PHONES_AT_ONCE));
        figures.add("full journeys a second", "%.1f".formatted(result.perSecond()));
        figures.add("processor time a journey, everything included", "%.1f ms".formatted(result.cpuMillisEach()));
        figures.add("a journey takes, median", "%.0f ms".formatted(result.millis(0.5)));
        figures.add("a journey takes, 99 of 100", "%.0f ms".formatted(result.millis(0.99)));
        figures.add("journeys", "%d good, %d failed".formatted(result.nanos().size(), result.failed()));
    }

    private static boolean journey(RunningHall hall, List<Controller> controllers, SSLContext trust, int number)
            throws InterruptedException {
        int site = number % City.SITES.size();
        Controller controller = controllers.get(site);
        Handset handset = Handset.ofIndex("13857%06d".formatted(number), number);
        controller.join(handset, City.SSID, City.SITES.get(site).accessPoint());
        try (Traveller traveller = new Traveller(handset, controller.gateway(), trust, new Centre(hall.centre()))) {
            traveller.login();
            return true;
        } catch (UncheckedIOException | IllegalStateException gaveUp) {
            System.err.println("bench: " + gaveUp.getMessage());
            return false;
        } finally {
            controller.leave(handset);
        }
    }
}
