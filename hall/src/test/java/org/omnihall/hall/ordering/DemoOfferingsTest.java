package org.omnihall.hall.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.catalogue.LifeCycle;
import org.omnihall.hall.catalogue.Obstacle;
import org.omnihall.hall.catalogue.Offerings;
import org.omnihall.hall.intake.Imports;
import org.omnihall.hall.shell.Languages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

/** The offerings of the demo name steps that this hall executes, or cannot be published (requirement D2). */
@HallTest
class DemoOfferingsTest {

    private static final List<String> MADE_REAL = List.of(
            "business-wlan",
            "business-wlan-plus",
            "location-check-in",
            "v-net",
            "company-ring",
            "personal-ring",
            "wlan-month",
            "data-pack-5g",
            "enterprise-sms");

    private static final List<String> NOT_YET = List.of("vehicle-management", "dedicated-line");

    private final Imports imports;
    private final Offerings offerings;
    private final Languages languages;
    private final Clock clock;

    @Autowired
    DemoOfferingsTest(Imports imports, Offerings offerings, Languages languages, Clock clock) {
        this.imports = imports;
        this.offerings = offerings;
        this.languages = languages;
        this.clock = clock;
    }

    @Test
    void canBePublishedAsFarAsTheirStepsAreExecuted() throws IOException {
        Imports.Order order =
                new Imports.Order(imports.kind("offerings").orElseThrow(), false, "LI", languages.in(Locale.ENGLISH));
        try (Reader file = new InputStreamReader(
                new ClassPathResource("catalogue/demo-offerings.csv").getInputStream(), StandardCharsets.UTF_8)) {
            imports.run(order, file, new StringWriter(), read -> {});
        }
        assertThat(MADE_REAL)
                .allSatisfy(code -> assertThat(obstacles(code)).as(code).isEmpty());
        assertThat(NOT_YET)
                .allSatisfy(code -> assertThat(obstacles(code)).as(code).isNotEmpty());
    }

    private List<Obstacle> obstacles(String code) {
        return offerings.obstacles(offerings.find(code).orElseThrow(), LifeCycle.LAUNCH, clock.instant());
    }
}
