package org.omnihall.bench.sim;

import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLContext;
import org.omnihall.bench.ac.Controller;
import org.omnihall.bench.ac.ControllerSettings;
import org.omnihall.bench.demo.Centre;
import org.omnihall.bench.phone.Handset;
import org.omnihall.bench.phone.Inbox;
import org.omnihall.bench.phone.Trust;
import org.omnihall.bench.population.Plan;
import org.omnihall.bench.population.Population;
import org.omnihall.bench.sms.SmsCentre;
import org.omnihall.bench.wire.FaultyWires;
import org.omnihall.bench.wire.Toll;

/** Plays one run from the first arrival to the last acknowledgement. */
final class Run {

    private static final Duration PROGRESS = Duration.ofSeconds(5);
    private static final Duration BIND = Duration.ofSeconds(60);
    private static final Duration LAST_JOURNEYS = Duration.ofMinutes(3);
    private static final Duration LAST_RECORDS = Duration.ofSeconds(30);

    private final SimSettings settings;
    private final PrintStream out;
    private final Tally tally = new Tally();
    private final SplittableRandom chance;

    Run(SimSettings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
        this.chance = new SplittableRandom(settings.plan().seed());
    }

    /** True when all journeys went as they were meant to and all accounting was acknowledged. */
    boolean play() throws IOException, InterruptedException {
        return switch (settings.messages()) {
            case SimSettings.Messages.Own(int port, SmsCentre.Login login) -> {
                try (SmsCentre centre =
                        SmsCentre.open(port, login, settings.plan().seed(), Clock.systemUTC())) {
                    out.printf("waiting for the hall's SMS gateway to bind to 127.0.0.1:%d as %s%n", port, login);
                    if (!await(BIND, () -> centre.boundClients() > 0)) {
                        throw new WrongOption("no gateway has bound in " + BIND.toSeconds() + " s: the hall needs"
                                + " --omnihall.messaging.gateway.host=127.0.0.1, port, system-id and password");
                    }
                    yield play(new Centre(centre));
                }
            }
            case SimSettings.Messages.Page page -> {
                try (InboxPage inbox = new InboxPage(page.page(), HttpClient.newHttpClient())) {
                    yield play(inbox);
                }
            }
        };
    }

    private boolean play(Inbox inbox) throws IOException, InterruptedException {
        if (settings.faults().none()) {
            return play(inbox, settings.controller(), Optional.empty());
        }
        try (FaultyWires wires = new FaultyWires(settings.controller(), settings.faults())) {
            return play(inbox, wires.inside(), Optional.of(wires.toll()));
        }
    }

    private boolean play(Inbox inbox, ControllerSettings controller, Optional<Toll> wires)
            throws IOException, InterruptedException {
        Summary summary = new Summary(tally, wires, out);
        try (Controller ac = new Controller(controller, Clock.systemUTC(), tally);
                Population population = new Population(List.of(spot(ac)), phones(inbox), tally)) {
            ac.behave(settings.manners());
            List<Plan.Visit> visits = settings.plan().visits(settings.duration());
            out.printf(
                    "%s: %d visits in %d s%n",
                    ac.settings(), visits.size(), settings.duration().toSeconds());
            population.come(visits);
            try (ScheduledThreadPoolExecutor mishaps = mishaps(ac, population)) {
                watch(summary, ac, population);
                mishaps.shutdownNow();
            }
            population.leaveAll();
            boolean told = await(LAST_RECORDS, () -> ac.onlineStations() == 0 && tally.unacknowledged() == 0);
            summary.end();
            return told && tally.failures() == 0;
        }
    }

    private Population.Spot spot(Controller ac) {
        return new Population.Spot(ac, settings.air().ssid(), settings.air().accessPoint());
    }

    private Population.Phones phones(Inbox inbox) throws IOException {
        SimSettings.Phones phones = settings.phones();
        return new Population.Phones(
                phone -> Handset.numbered(phones.firstNumber() + phone, phone, phones.firstAddress()),
                inbox,
                phones.authority().isPresent() ? Trust.in(phones.authority().get()) : usualTrust());
    }

    private static SSLContext usualTrust() throws IOException {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException missing) {
            throw new IOException("this Java has no TLS", missing);
        }
    }

    private ScheduledThreadPoolExecutor mishaps(Controller ac, Population population) {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1);
        SimSettings.Mishaps mishaps = settings.mishaps();
        mishaps.powerCut().ifPresent(every -> again(timer, every, ac::reboot));
        mishaps.restart().ifPresent(every -> again(timer, every, ac::restart));
        mishaps.falseLogout().ifPresent(every -> again(timer, every, () -> claim(ac, population.here())));
        return timer;
    }

    private static void again(ScheduledThreadPoolExecutor timer, Duration every, Runnable mishap) {
        var _ = timer.scheduleAtFixedRate(mishap, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void claim(Controller ac, List<Handset> here) {
        if (!here.isEmpty()) {
            ac.claimLogout(here.get(chance.nextInt(here.size())));
        }
    }

    private void watch(Summary summary, Controller ac, Population population) throws InterruptedException {
        long began = System.nanoTime();
        Duration longest = settings.duration().plus(LAST_JOURNEYS);
        Duration passed = Duration.ZERO;
        while (passed.compareTo(longest) < 0) {
            if (await(PROGRESS, () -> over(began) && population.underWay() == 0)) {
                return;
            }
            passed = Duration.ofNanos(System.nanoTime() - began);
            summary.progress(passed, population.underWay(), ac.onlineStations());
        }
    }

    private boolean over(long began) {
        return System.nanoTime() - began > settings.duration().toNanos();
    }

    private static boolean await(Duration longest, BooleanSupplier fact) throws InterruptedException {
        long deadline = System.nanoTime() + longest.toNanos();
        while (!fact.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(20);
        }
        return true;
    }
}
