package org.omnihall.bench.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.omnihall.bench.ac.Controller;
import org.omnihall.bench.ac.Watcher;
import org.omnihall.bench.cashier.SandboxCashier;
import org.omnihall.bench.city.CityPlan;
import org.omnihall.bench.phone.Handset;
import org.omnihall.hall.node.WebOrigins;
import org.omnihall.hall.party.staff.FirstAdministrator;
import org.omnihall.octets.MacAddress;

/** The demo's city, opened once for all browser tests on ports that are free, in a directory that goes with it. */
final class OpenTown implements AutoCloseable {

    private static final List<Integer> TCP = List.of(8080, 8443, 8081, 8444, 2775, 54320, 8090, 8086, 8089);
    private static final List<Integer> UDP = List.of(1812, 1813, 50100, 50101, 2000, 3799);
    private static final int VISITOR = 0x10_0000;
    private static final int CASHIER = 8089;
    private static final CityPlan CITY = new CityPlan(3, 600, 40, LocalDate.of(2026, 10, 31), "admin");

    private final Path home;
    private final RunningHall hall;
    private final SandboxCashier cashier;
    private final List<Controller> controllers = new ArrayList<>();
    private String signedIn = "";
    private Optional<Life> life = Optional.empty();

    OpenTown() throws IOException {
        this.home = Files.createTempDirectory("omnihall-town-");
        this.hall = RunningHall.start(
                "--omnihall.node.home=" + home,
                "--omnihall.node.port-offset=" + freeOffset(),
                "--omnihall.insight.class-path=" + System.getProperty("java.class.path"),
                "--logging.level.root=warn");
        City city = hall.city();
        city.register();
        new Showcase(hall).open();
        this.cashier = city.openCashier(CASHIER + hall.node().portOffset(), hall.trust());
        for (City.Site site : City.SITES) {
            controllers.add(city.play(site, Watcher.NOBODY));
        }
    }

    /** Its people, of whom some are online. */
    record Life(Crowd crowd, List<Handset> online) {}

    /** Citizens, a market and what they are worth; the first one who asks fills the town. */
    synchronized Life livedIn() throws IOException, InterruptedException, ExecutionException {
        if (life.isEmpty()) {
            new Citizens(hall, home.resolve("city")).moveIn(CITY);
            new Market(hall).hold();
            int ended = hall.type(
                    "analytics value", List.of(), "", new PrintWriter(System.err, true, StandardCharsets.UTF_8));
            if (ended != 0) {
                throw new IllegalStateException("values are not computed");
            }
            Crowd crowd = new Crowd(this);
            life = Optional.of(new Life(crowd, crowd.goOnline(20)));
        }
        return life.orElseThrow();
    }

    RunningHall hall() {
        return hall;
    }

    Path home() {
        return home;
    }

    /** What a browser keeps in which the administrator is signed in; the first time he comes, he chooses his password. */
    synchronized String signedIn(Chromium chromium) {
        if (signedIn.isEmpty()) {
            String generated = hall.bean(FirstAdministrator.class).password().orElseThrow();
            try (Desk desk = new Desk(this, chromium, "zh-CN", Optional.empty())) {
                desk.comesForTheFirstTime(generated);
                signedIn = desk.signedIn();
            }
        }
        return signedIn;
    }

    List<Controller> controllers() {
        return controllers;
    }

    Controller visited() {
        return controllers.getFirst();
    }

    Centre inbox() {
        return new Centre(hall.centre());
    }

    String console() {
        return hall.bean(WebOrigins.class).console().toString().replaceFirst("/$", "");
    }

    /** Whoever opens the gateway from this machine is, from now on, this phone. */
    Handset becomes(String number) {
        return becomes(number, City.SSID, City.SITES.getFirst().accessPoint());
    }

    /** The same at another network of that controller. */
    Handset becomes(String number, String ssid, MacAddress accessPoint) {
        long index = Long.parseLong(number) % VISITOR;
        Handset handset = new Handset(
                number, new MacAddress(0x02_00_00_00_00_00L + index), InetAddress.getLoopbackAddress(), "zh-CN");
        visited().join(handset, ssid, accessPoint);
        return handset;
    }

    private static int freeOffset() {
        return ThreadLocalRandom.current()
                .ints(1_000, 11_000)
                .limit(200)
                .filter(offset -> TCP.stream().allMatch(port -> isFree(port + offset)))
                .filter(offset -> UDP.stream().allMatch(port -> isFreeForDatagrams(port + offset)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no free ports for a hall"));
    }

    private static boolean isFree(int port) {
        try (ServerSocket _ = new ServerSocket(port)) {
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static boolean isFreeForDatagrams(int port) {
        try (DatagramSocket _ = new DatagramSocket(new InetSocketAddress(port))) {
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        controllers.forEach(Controller::close);
        cashier.close();
        hall.close();
        try (Stream<Path> all = Files.walk(home)) {
            all.sorted(Comparator.reverseOrder()).forEach(OpenTown::delete);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException kept) {
            throw new UncheckedIOException(kept);
        }
    }
}
