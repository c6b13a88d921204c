package org.omnihall.bench.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLContext;
import org.omnihall.bench.ac.Controller;
import org.omnihall.bench.ac.ControllerSettings;
import org.omnihall.bench.demo.BooksKept;
import org.omnihall.bench.demo.Centre;
import org.omnihall.bench.demo.City;
import org.omnihall.bench.demo.RunningHall;
import org.omnihall.bench.phone.GaveUp;
import org.omnihall.bench.phone.Handset;
import org.omnihall.bench.population.Journey;
import org.omnihall.bench.population.Plan;
import org.omnihall.bench.population.Population;
import org.omnihall.bench.sms.SmsCentre;
import org.omnihall.hall.access.network.Draft;
import org.omnihall.hall.access.network.FigureSettings;
import org.omnihall.hall.access.network.Scope;

/**
 * A city under load whose hall is killed and started anew, while phones, controllers and SMS centre live on. Controllers tell an event until
 * it is acknowledged, as devices with a buffer do.
 */
public final class CrashRun implements AutoCloseable {

    /** Arrivals a minute. */
    public static final int LOGINS_A_MINUTE = 260;

    /** Within it the online list must be right again: the shortest interim interval that can be set. */
    public static final Duration INTERIM = Duration.ofMinutes(1);

    private static final Duration DRAIN = Duration.ofMinutes(1);
    private static final Duration STAY = Duration.ofSeconds(8);
    private static final Duration TELL = Duration.ofSeconds(2);

    private final HallProcess hall;
    private final SmsCentre centre;
    private final List<Controller> controllers = new ArrayList<>();
    private final ControllersBook book = new ControllersBook();
    private final SSLContext trust;
    private final Random random;
    private final long seed;
    private final AtomicInteger online = new AtomicInteger();
    private final Map<GaveUp.Reason, Integer> failed = new ConcurrentHashMap<>();
    private final ScheduledExecutorService usage = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("usage").factory());
    private final List<Population> populations = new ArrayList<>();
    private int phones;

    /** What came of one kill. */
    public record Crash(boolean databaseToo, Duration restart, Duration onlineRight) {}

    private CrashRun(HallProcess hall, SmsCentre centre, SSLContext trust, long seed) {
        this.hall = hall;
        this.centre = centre;
        this.trust = trust;
        this.seed = seed;
        this.random = new Random(seed);
    }

    /** Makes the city in a fresh directory, then starts its hall as a process of its own. */
    public static CrashRun open(Path home, int offset, long seed) throws IOException, InterruptedException {
        List<ControllerSettings> settings;
        SSLContext trust;
        try (RunningHall maker = RunningHall.start(
                "--omnihall.node.home=" + home, "--omnihall.node.port-offset=" + offset, "--logging.level.root=warn")) {
            City city = maker.city();
            city.register();
            maker.bean(FigureSettings.class)
                    .set(Scope.OPERATOR, "/", Draft.of("figure", "interim", "value", "3600s"), "crash");
            settings = City.SITES.stream().map(city::settings).toList();
            trust = maker.trust();
        }
        SmsCentre.Login login = new SmsCentre.Login("crash", HexFormat.of().toHexDigits(new Random().nextInt()));
        SmsCentre centre = SmsCentre.open(0, login, seed, Clock.systemUTC());
        HallProcess hall = new HallProcess(
                home,
                offset,
                List.of(
                        "--omnihall.messaging.gateway.host=127.0.0.1",
                        "--omnihall.messaging.gateway.port=" + centre.port(),
                        "--omnihall.messaging.gateway.system-id=" + login.systemId(),
                        "--omnihall.messaging.gateway.password=" + login.password(),
                        "--logging.level.org.omnihall=trace"));
        CrashRun run = new CrashRun(hall, centre, trust, seed);
        for (ControllerSettings each : settings) {
            run.controllers.add(new Controller(each, Clock.systemUTC(), run.book));
        }
        hall.start();
        var _ = run.usage.scheduleWithFixedDelay(run::tell, TELL.toMillis(), TELL.toMillis(), TimeUnit.MILLISECONDS);
        return run;
    }

    /** Lets people come for so long from now on; it does not wait for them. */
    public void come(Duration span) {
        List<Population.Spot> spots = new ArrayList<>();
        for (int i = 0; i < controllers.size(); i++) {
            spots.add(new Population.Spot(
                    controllers.get(i), City.SSID, City.SITES.get(i).accessPoint()));
        }
        int first = phones;
        List<Plan.Visit> visits = new Plan(seed + first, 100_000, LOGINS_A_MINUTE, 0, STAY).visits(span);
        phones += visits.size();
        Population population = new Population(
                spots, new Population.Phones(phone -> handset(first + phone), new Centre(centre), trust), this::count);
        populations.add(population);
        population.come(visits);
    }

    /** Waits a random while between the two, kills, starts anew, and waits until the online list is the controllers'. */
    public Crash crash(Duration earliest, Duration latest, boolean databaseToo)
            throws IOException, InterruptedException {
        Thread.sleep(random.nextLong(earliest.toMillis(), latest.toMillis()));
        hall.kill(databaseToo);
        Duration restart = hall.start();
        long up = System.nanoTime();
        HallsBook books = books();
        await("the online list is that of the controllers", INTERIM, () -> {
            Set<String> before = sessions();
            Set<String> listed = books.online();
            return listed.equals(before) && before.equals(sessions());
        });
        return new Crash(databaseToo, restart, Duration.ofNanos(System.nanoTime() - up));
    }

    /** Everybody leaves, and every controller has told all it knows. */
    public void end() throws IOException, InterruptedException {
        await("every visit went well or not", DRAIN, () -> journeys() == phones);
        populations.forEach(Population::leaveAll);
        await(
                "every session is ended and acknowledged",
                DRAIN,
                () -> sessions().isEmpty() && book.unfinished().isEmpty());
        BooksKept.await(books().db());
    }

    public HallProcess hall() {
        return hall;
    }

    public SmsCentre centre() {
        return centre;
    }

    public ControllersBook book() {
        return book;
    }

    public HallsBook books() throws IOException {
        return new HallsBook(hall.database());
    }

    /** Logins that came as far as an open network. */
    public int online() {
        return online.get();
    }

    /** Logins that did not, by what the person saw: those that were under way at a kill, or began while nobody answered. */
    public Map<GaveUp.Reason, Integer> failed() {
        return Map.copyOf(failed);
    }

    /** The phones that came or will come. */
    public List<Handset> handsets() {
        return java.util.stream.IntStream.range(0, phones)
                .mapToObj(CrashRun::handset)
                .toList();
    }

    private static Handset handset(int index) {
        return Handset.ofIndex("13857%06d".formatted(index), index);
    }

    private int journeys() {
        return online.get() + failed.values().stream().mapToInt(i -> i).sum();
    }

    private void count(Journey journey) {
        switch (journey) {
            case Journey.Good _ -> online.incrementAndGet();
            case Journey.Failed gaveUp -> failed.merge(gaveUp.reason(), 1, Integer::sum);
            case Journey.Untried _ -> {}
        }
    }

    private Set<String> sessions() {
        Set<String> here = new HashSet<>();
        for (Handset handset : handsets()) {
            controllers.forEach(controller -> controller.session(handset).ifPresent(here::add));
        }
        return here;
    }

    private void tell() {
        for (Handset handset : handsets()) {
            controllers.forEach(controller -> controller.interim(handset));
        }
    }

    private static void await(String what, Duration patience, BooleanSupplier fact) throws InterruptedException {
        long began = System.nanoTime();
        while (!fact.getAsBoolean()) {
            if (System.nanoTime() - began > patience.toNanos()) {
                throw new IllegalStateException("not within " + patience.toSeconds() + " s: " + what);
            }
            Thread.sleep(20);
        }
    }

    @Override
    public void close() {
        usage.shutdownNow();
        populations.forEach(Population::close);
        controllers.forEach(Controller::close);
        hall.close();
        centre.close();
    }
}
