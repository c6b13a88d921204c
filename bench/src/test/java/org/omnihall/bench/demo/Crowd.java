package org.omnihall.bench.demo;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.omnihall.bench.ac.Controller;
import org.omnihall.bench.phone.Handset;
import org.omnihall.bench.phone.Traveller;
import org.omnihall.hall.access.funnel.FunnelHours;

/** Phones that are online, spread over all controllers. */
final class Crowd {

    private static final int FIRST = 500;

    private final OpenTown town;

    Crowd(OpenTown town) {
        this.town = town;
    }

    /** Lets so many phones log in at once; ends when all are online. */
    List<Handset> goOnline(int phones) throws InterruptedException, ExecutionException {
        List<Handset> online = new ArrayList<>();
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Handset>> logins = IntStream.range(0, phones)
                    .<Callable<Handset>>mapToObj(phone -> () -> login(phone))
                    .toList();
            for (Future<Handset> login : each.invokeAll(logins)) {
                online.add(login.get());
            }
        }
        return online;
    }

    Controller at(Handset handset) {
        return town.controllers().stream()
                .filter(controller -> controller.online(handset))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(handset.mac() + " is online nowhere"));
    }

    /** Their controllers tell what they have used so far, and the funnel is summed. */
    void tellsUsage(List<Handset> online) {
        for (Handset handset : online) {
            town.controllers().stream()
                    .filter(controller -> controller.online(handset))
                    .forEach(controller -> controller.interim(handset));
        }
        town.hall().bean(FunnelHours.class).sum(town.hall().bean(Clock.class).instant());
    }

    private Handset login(int phone) throws IOException, InterruptedException {
        int place = phone % City.SITES.size();
        Controller controller = town.controllers().get(place);
        Handset handset = Handset.ofIndex("13957%06d".formatted(100_000 + 7_919 * phone), FIRST + phone);
        controller.join(handset, City.SSID, City.SITES.get(place).accessPoint());
        try (Traveller traveller =
                new Traveller(handset, controller.gateway(), town.hall().trust(), town.inbox())) {
            traveller.login();
        }
        return handset;
    }
}
