package org.omnihall.bench.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.omnihall.bench.ac.AccountingRecord.Status;
import org.omnihall.bench.ac.Controller;
import org.omnihall.bench.ac.Story;
import org.omnihall.bench.phone.Handset;
import org.omnihall.bench.phone.Page;
import org.omnihall.bench.phone.Traveller;

/** Walks one phone through its whole story at every kind of controller and prints each step with its packets. */
final class Smoke {

    /** The hall remembers who was here before: a walk is of phones that it does not know yet, however often there was one. */
    private static final int FIRST_PHONE = 200_000;

    private static final int LAST_PHONE = 999_000;
    private static final Duration SLOT = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final RunningHall hall;
    private final PrintStream out;

    Smoke(RunningHall hall, PrintStream out) {
        this.hall = hall;
        this.out = out;
    }

    /** The story at each site; fails with the first step that did not go as it must. */
    void walk() throws IOException, InterruptedException, TimeoutException {
        City city = hall.city();
        int phone = new SplittableRandom().nextInt(FIRST_PHONE, LAST_PHONE);
        for (City.Site site : City.SITES) {
            out.printf("%n== %s: dialect %s, %s ==%n", site.name(), site.dialect(), site.method());
            Story story = new Story(out);
            try (Controller controller = city.play(site, story)) {
                walk(site, controller, story, Handset.ofIndex("13857%06d".formatted(phone), phone));
            }
            phone++;
        }
    }

    private void walk(City.Site site, Controller controller, Story story, Handset handset)
            throws IOException, InterruptedException, TimeoutException {
        Centre inbox = new Centre(hall.centre());
        try (Traveller traveller = new Traveller(handset, controller.gateway(), hall.trust(), inbox)) {
            step("the phone joins " + City.SSID + " and its probe is redirected");
            controller.join(handset, City.SSID, site.accessPoint());
            int messages = inbox.size(handset.number());
            Page page = traveller.probe();
            traveller.browser().visited().forEach(hop -> out.println("    http    " + shown(hop.toString())));
            step("the number is given, the code comes by SMS");
            page = traveller.giveNumber(page);
            step("the code is given; the controller is asked to let the phone in");
            page = traveller.settle(traveller.giveCode(page, messages), Traveller::isOnline);
            await("online at the controller", () -> controller.online(handset));
            step("usage is told");
            await("start acknowledged", () -> story.acknowledged(Status.START) == 1);
            controller.interim(handset);
            await("interim acknowledged", () -> story.acknowledged(Status.INTERIM) == 1);
            step("the phone logs out on the page");
            traveller.logout(page);
            await("offline at the controller", () -> !controller.online(handset));
            await("stop acknowledged", () -> story.acknowledged(Status.STOP) == 1);
            step("the phone comes back: the slot for 10 s, then online without typing");
            long came = System.nanoTime();
            traveller.settle(traveller.probe(), Traveller::isOnline);
            Duration took = Duration.ofNanos(System.nanoTime() - came);
            if (took.compareTo(SLOT) < 0 || inbox.size(handset.number()) > messages + 2) {
                throw new IllegalStateException(
                        "the return took " + took + " and " + inbox.size(handset.number()) + " messages");
            }
            await("online again", () -> controller.online(handset));
            out.printf("    the slot was held for %.1f s%n", took.toMillis() / 1000.0);
            step("the phone leaves; the controller tells the end");
            controller.leave(handset);
            await("second stop acknowledged", () -> story.acknowledged(Status.STOP) == 2);
        }
    }

    private void step(String what) {
        out.println("  * " + what);
    }

    /** Handles grant nothing before the code, yet they are not printed whole. */
    private static String shown(String address) {
        return address.replaceAll("(/l/.{6})[^/?]*", "$1…");
    }

    private static void await(String what, BooleanSupplier truth) throws InterruptedException, TimeoutException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!truth.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("not " + what + " within " + PATIENCE.toSeconds() + " s");
            }
            Thread.sleep(20);
        }
    }
}
