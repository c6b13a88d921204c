package org.omnihall.bench.demo;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.omnihall.hall.catalogue.LifeCycle;
import org.omnihall.hall.catalogue.OfferingBook;
import org.omnihall.hall.catalogue.Offerings;
import org.omnihall.hall.catalogue.ProductOffering;
import org.omnihall.hall.decision.SlotChoices;
import org.omnihall.hall.decision.SlotItem;
import org.omnihall.hall.decision.SlotPlace;
import org.springframework.core.io.ClassPathResource;

/** What the demo sells and shows: the offerings of the example file, as far as somebody can make them real, and offers for the slots. */
final class Showcase {

    private static final int TWICE_AS_OFTEN = 200;
    private static final int ORDINARY = 100;

    private final RunningHall hall;

    Showcase(RunningHall hall) {
        this.hall = hall;
    }

    /** To be called again at every start: what is there stays as it is. */
    void open() throws IOException {
        if (hall.bean(Offerings.class).all().isEmpty()) {
            fill();
            publish();
            offer();
        }
    }

    private void fill() throws IOException {
        try (Reader table = new InputStreamReader(
                new ClassPathResource("catalogue/demo-offerings.csv").getInputStream(), StandardCharsets.UTF_8)) {
            new TownImports(hall).take("offerings", table);
        }
    }

    /** Parts go before their bundles; what nobody can fulfil stays a draft. */
    private void publish() {
        OfferingBook book = hall.bean(OfferingBook.class);
        hall.bean(Offerings.class).all().stream()
                .sorted(Comparator.comparing(ProductOffering::isBundle))
                .forEach(offering -> book.move(offering.code(), LifeCycle.LAUNCH, TownImports.ACTOR));
    }

    private void offer() {
        SlotChoices slots = hall.bean(SlotChoices.class);
        slots.put(
                item(
                        "data-pack",
                        "data-pack-5g",
                        new SlotItem.Words(
                                "5GB 流量包",
                                "5 GB for the road",
                                "出了无线城市也够用，当月有效。",
                                "Enough beyond the Wi-Fi, for this month."),
                        Set.of(SlotPlace.PORTAL, SlotPlace.CLERK),
                        TWICE_AS_OFTEN),
                TownImports.ACTOR);
        slots.put(
                item(
                        "wlan-month",
                        "wlan-month",
                        new SlotItem.Words(
                                "无线城市包月",
                                "Wireless city by the month",
                                "全城热点不限时长，自动连接。",
                                "All hotspots without a limit of time."),
                        Set.of(SlotPlace.PORTAL, SlotPlace.CLERK, SlotPlace.HALL),
                        ORDINARY),
                TownImports.ACTOR);
    }

    private static SlotItem item(
            String code, String offering, SlotItem.Words words, Set<SlotPlace> places, int weight) {
        return new SlotItem(
                0,
                code,
                Optional.of(offering),
                words,
                "speed",
                places,
                Set.of(),
                City.PROVINCE,
                weight,
                SlotItem.State.LIVE,
                Optional.empty(),
                Optional.empty());
    }
}
