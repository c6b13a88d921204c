package org.omnihall.bench.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.omnihall.bench.ac.Controller;
import org.omnihall.bench.phone.Handset;
import org.omnihall.bench.phone.Traveller;
import org.omnihall.bench.population.Plan;

/** The town's people: each visit is a phone that joins, logs in, stays and leaves. */
final class People {

    private static final int VISITS = 100_000;

    private final Plan plan;
    private final List<Controller> controllers;
    private final RunningHall hall;
    private final SSLContext trust;
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1);

    People(Plan plan, List<Controller> controllers, RunningHall hall) throws IOException {
        this.plan = plan;
        this.controllers = List.copyOf(controllers);
        this.hall = hall;
        this.trust = hall.trust();
    }

    void start() {
        for (Plan.Visit visit : plan.visits(VISITS)) {
            after(visit.at(), () -> Thread.startVirtualThread(() -> visit(visit)));
        }
    }

    private void after(Duration wait, Runnable act) {
        var _ = clock.schedule(act, wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void visit(Plan.Visit visit) {
        Controller controller = controllers.get(visit.phone() % controllers.size());
        City.Site site = City.SITES.get(visit.phone() % City.SITES.size());
        Handset handset = Handset.ofIndex("13857%06d".formatted(100_000 + visit.phone()), visit.phone());
        controller.join(handset, City.SSID, site.accessPoint());
        try (Traveller traveller = new Traveller(handset, controller.gateway(), trust, new Centre(hall.centre()))) {
            traveller.login();
            after(visit.stay(), () -> controller.leave(handset));
        } catch (UncheckedIOException | IllegalStateException gaveUp) {
            System.err.println("demo: " + handset.mac() + " gave up: " + gaveUp.getMessage());
            controller.leave(handset);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
