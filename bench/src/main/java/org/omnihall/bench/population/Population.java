package org.omnihall.bench.population;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import javax.net.ssl.SSLContext;
import org.omnihall.bench.ac.Controller;
import org.omnihall.bench.phone.GaveUp;
import org.omnihall.bench.phone.Handset;
import org.omnihall.bench.phone.Inbox;
import org.omnihall.bench.phone.Traveller;
import org.omnihall.octets.MacAddress;

/** Phones that come and go: each visit joins, gets online in the manner of its kind, stays and leaves. */
public final class Population implements AutoCloseable {

    /** A person presses "try again" so often. */
    private static final int RETRIES = 2;

    /** Longer than a controller waits for AFF_ACK_AUTH: after that it begins anew. */
    private static final Duration OPENS_WITHIN = Duration.ofSeconds(3);

    /** How often a person begins again whose page said online while the network stayed closed. */
    private static final int BEGINNINGS = 4;

    /** Where phones join. */
    public record Spot(Controller controller, String ssid, MacAddress accessPoint) {}

    /** What all phones share: who they are, how they read their messages, what they trust. */
    public record Phones(IntFunction<Handset> handset, Inbox inbox, SSLContext trust) {}

    private final List<Spot> spots;
    private final Phones phones;
    private final Consumer<Journey> journeys;
    private final Set<Integer> known = ConcurrentHashMap.newKeySet();
    private final Map<Handset, Controller> here = new ConcurrentHashMap<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("population").factory());

    /** @param journeys hears how each went */
    public Population(List<Spot> spots, Phones phones, Consumer<Journey> journeys) {
        this.spots = List.copyOf(spots);
        this.phones = phones;
        this.journeys = journeys;
    }

    /** Lets them come, each at its time from now. */
    public void come(List<Plan.Visit> visits) {
        visits.forEach(visit -> after(visit.at(), () -> Thread.startVirtualThread(() -> visit(visit))));
    }

    /** Journeys that have begun and not ended. */
    public int underWay() {
        return underWay.get();
    }

    /** The phones that are in range. */
    public List<Handset> here() {
        return List.copyOf(here.keySet());
    }

    /** Everybody leaves. */
    public void leaveAll() {
        here().forEach(this::leave);
    }

    private void leave(Handset handset) {
        Optional.ofNullable(here.remove(handset)).ifPresent(controller -> controller.leave(handset));
    }

    private void after(Duration wait, Runnable act) {
        if (!clock.isShutdown()) {
            var _ = clock.schedule(act, wait.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void visit(Plan.Visit visit) {
        Spot spot = spots.get(visit.phone() % spots.size());
        Handset handset = phones.handset().apply(visit.phone());
        if (here.putIfAbsent(handset, spot.controller()) != null) {
            return; // its last login took so long that it has not left yet
        }
        underWay.incrementAndGet();
        spot.controller().join(handset, spot.ssid(), spot.accessPoint());
        try (Traveller traveller =
                new Traveller(handset, spot.controller().gateway(), phones.trust(), phones.inbox())) {
            Journey journey = walk(visit, handset, traveller);
            journeys.accept(journey);
            Duration stay = journey instanceof Journey.Failed ? Duration.ZERO : visit.stay();
            after(stay, () -> leave(handset));
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } finally {
            underWay.decrementAndGet();
        }
    }

    private Journey walk(Plan.Visit visit, Handset handset, Traveller traveller) throws InterruptedException {
        long began = System.nanoTime();
        try {
            if (visit.kind() == Kind.NEVER_OPENS) {
                return ignore(visit, handset, traveller);
            }
            getOnline(visit.kind(), traveller);
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            return new Journey.Good(handset, visit.kind(), !known.add(visit.phone()), took);
        } catch (UncheckedIOException unreachable) {
            return new Journey.Failed(
                    handset, visit.kind(), GaveUp.Reason.NO_PAGE, String.valueOf(unreachable.getMessage()));
        } catch (GaveUp gaveUp) {
            return new Journey.Failed(handset, visit.kind(), gaveUp.reason(), String.valueOf(gaveUp.getMessage()));
        }
    }

    private static Journey ignore(Plan.Visit visit, Handset handset, Traveller traveller) throws InterruptedException {
        return traveller.passes()
                ? new Journey.Failed(handset, visit.kind(), GaveUp.Reason.STUCK, "online without a login")
                : new Journey.Untried(handset, visit.kind());
    }

    private static void getOnline(Kind kind, Traveller traveller) throws InterruptedException {
        for (int beginning = 1; ; beginning++) {
            begin(kind, traveller);
            try {
                traveller.confirm(OPENS_WITHIN);
                return;
            } catch (GaveUp closed) {
                if (beginning == BEGINNINGS) {
                    throw closed;
                }
                traveller.reopen();
            }
        }
    }

    private static void begin(Kind kind, Traveller traveller) throws InterruptedException {
        switch (kind) {
            case CLOSES_AT_ONCE -> {
                traveller.loginClosingAtOnce(RETRIES);
                traveller.reopen();
            }
            case RESUMES -> traveller.loginAfterClosing(RETRIES);
            case PATIENT, NEVER_OPENS -> traveller.login(RETRIES);
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
