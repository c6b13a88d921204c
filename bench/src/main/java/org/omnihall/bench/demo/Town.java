package org.omnihall.bench.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.omnihall.bench.ac.Controller;
import org.omnihall.bench.ac.Watcher;
import org.omnihall.bench.city.CityPlan;
import org.omnihall.bench.phone.Handset;
import org.omnihall.bench.population.Journey;
import org.omnihall.bench.population.Plan;
import org.omnihall.bench.population.Population;
import org.omnihall.hall.node.WebOrigins;
import org.omnihall.hall.party.staff.FirstAdministrator;
import org.omnihall.octets.MacAddress;

/** The demo as a whole. */
public final class Town {

    private static final int PHONES_PAGE = 8088;
    private static final int CASHIER = 8089;
    private static final Plan VISITS = new Plan(7, 200, 6, 0.4, Duration.ofMinutes(6));
    private static final int VISITS_OF_A_RUN = 100_000;

    private Town() {}

    /** Walks the story; 0 when all of it went well, else 1. */
    public static int smoke(PrintStream out, String... settings) throws IOException, InterruptedException {
        try (RunningHall hall = RunningHall.start(settings)) {
            hall.city().register();
            new Smoke(hall, out).walk();
            out.println("\nThe whole journey went well, at every controller.");
            return 0;
        } catch (TimeoutException | UncheckedIOException | IllegalStateException failure) {
            out.println("\nFAILED: " + failure.getMessage());
            return 1;
        }
    }

    /** Opens the town and lets its people come and go until the process is ended. */
    public static void open(PrintStream out, String... settings) throws IOException {
        RunningHall hall = RunningHall.start(settings);
        City city = hall.city();
        city.register();
        try {
            fill(hall, out);
        } catch (IOException | IllegalStateException refused) {
            hall.close();
            throw refused;
        }
        List<Controller> controllers = new ArrayList<>();
        for (City.Site site : City.SITES) {
            controllers.add(city.play(site, Watcher.NOBODY));
        }
        visitor(controllers.getFirst());
        int offset = hall.node().portOffset();
        PhonePage phones = new PhonePage(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), PHONES_PAGE + offset), hall.centre());
        city.openCashier(CASHIER + offset, hall.trust()); // until the process ends
        welcome(out, hall, controllers.getFirst().gateway(), phones.address());
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(() -> out.print(hall.boss().account().summary())));
        populate(hall, controllers);
    }

    /** Once; a later start goes on with the city that is there. */
    private static void fill(RunningHall hall, PrintStream out) throws IOException {
        out.println("Filling the hall with a made-up city (once) ...");
        LocalDate yesterday = LocalDate.now(Clock.system(City.ZONE)).minusDays(1);
        CityPlan village = CityPlan.village(yesterday, "admin");
        boolean first = new Citizens(hall, hall.node().home().resolve("city")).moveIn(village);
        new Showcase(hall).open();
        new Market(hall).hold();
        if (first) {
            out.println("Computing what its people are worth ...");
            hall.type("analytics value", List.of(), "", new PrintWriter(out, true, StandardCharsets.UTF_8));
        }
    }

    private static void populate(RunningHall hall, List<Controller> controllers) throws IOException {
        List<Population.Spot> spots = new ArrayList<>();
        for (int site = 0; site < controllers.size(); site++) {
            spots.add(new Population.Spot(
                    controllers.get(site), City.SSID, City.SITES.get(site).accessPoint()));
        }
        Population.Phones phones = new Population.Phones(
                phone -> Handset.ofIndex("13857%06d".formatted(100_000 + phone), phone),
                new Centre(hall.centre()),
                hall.trust());
        Population people = new Population(spots, phones, Town::complain); // until the process ends
        people.come(VISITS.visits(VISITS_OF_A_RUN));
    }

    private static void complain(Journey journey) {
        if (journey instanceof Journey.Failed failed) {
            System.err.println("demo: " + failed.handset().mac() + " gave up: " + failed.detail());
        }
    }

    /** Whoever opens the gateway in a browser on this machine is a phone at the first controller too. */
    private static void visitor(Controller controller) {
        InetAddress here = InetAddress.getLoopbackAddress();
        controller.join(
                new Handset("", new MacAddress(0x02_00_00_00_00_01L), here, "zh-CN"),
                City.SSID,
                City.SITES.getFirst().accessPoint());
    }

    private static void welcome(PrintStream out, RunningHall hall, URI gateway, String phones) {
        WebOrigins web = hall.bean(WebOrigins.class);
        String password = hall.bean(FirstAdministrator.class)
                .password()
                .map(generated -> "admin, password " + generated + " (shown only now)")
                .orElse("admin, with the password printed at the first start");
        out.printf(
                """

                Omnihall is open.
                  the operator's console   %s   sign in as %s
                  the companies' hall      %s   sign up with any number; its code comes to the page of messages
                  be a phone yourself      %s   any number of China Mobile in Zhejiang, such as 13857112345
                  the phones' messages     %s
                  what BOSS was told       %s
                  your browser will ask about the demo's certificate; its authority is %s/tls/ca.pem
                Ctrl-C closes it.
                %n""",
                web.console(),
                password,
                web.console().resolve("/enterprise"),
                gateway,
                phones,
                hall.boss().page(),
                hall.node().home());
    }
}
