package org.omnihall.bench.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omnihall.bench.demo.SystemHall.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.omnihall.bench.population.Journey;
import org.omnihall.bench.population.Kind;
import org.omnihall.bench.population.Plan;
import org.omnihall.bench.population.Population;
import org.omnihall.bench.wire.Faults;

/** Phones get online and are counted rightly while the line between controller and hall is bad. */
@ExtendWith(SystemHall.class)
class BadLineSystemTest {

    private static final Duration LONG = Duration.ofMinutes(2);
    private static final Faults BAD = new Faults(0.15, 0.15, 0.2, 0, 7);
    private static final Faults SPOILING = new Faults(0, 0, 0, 0.2, 7);
    private static final City.Site HUAWEI = City.SITES.get(1);

    static List<City.Site> sites() {
        return List.of(HUAWEI, City.SITES.get(3));
    }

    @ParameterizedTest
    @MethodSource("sites")
    void bringsEveryoneOnlineAndCountsEachEventOnce(City.Site site, RunningHall hall) throws IOException {
        try (Stage stage = Stage.of(hall, site, BAD)) {
            List<Journey> journeys = comeAndGo(stage, hall, site.number() * 100, 8);
            assertThat(journeys)
                    .hasSize(8)
                    .allSatisfy(journey -> assertThat(journey).isInstanceOf(Journey.Good.class));
            assertThat(stage.wires().toll().lost()).isPositive();
            assertThat(stage.wires().toll().duplicated()).isPositive();
            stage.books().agree(stage.book().acknowledged());
        }
    }

    @Test
    void dropsSpoiltPacketsAndCountsThemByName(RunningHall hall) throws IOException {
        try (Stage stage = Stage.of(hall, HUAWEI, SPOILING)) {
            double before = named(stage);
            List<Journey> journeys = comeAndGo(stage, hall, 1_000, 8);
            assertThat(journeys)
                    .hasSize(8)
                    .allSatisfy(journey -> assertThat(journey).isInstanceOf(Journey.Good.class));
            assertThat(stage.wires().toll().corrupted()).isPositive();
            assertThat(named(stage)).isGreaterThan(before);
            stage.books().agree(stage.book().acknowledged());
        }
    }

    /** Spoilt packets of both protocols, by the names under which they are counted. */
    private static double named(Stage stage) {
        long radius = Stream.of("BAD_MESSAGE_AUTHENTICATOR", "BAD_AUTHENTICATOR", "MALFORMED", "UNEXPECTED_CODE")
                .mapToLong(stage::radiusDrops)
                .sum();
        double portal = Stream.of("BAD_AUTHENTICATOR", "MALFORMED", "NOT_ASKED", "WRONG_USER")
                .mapToDouble(reason -> stage.counted("omnihall.portal.drops", "reason", reason))
                .sum();
        return Math.min((double) radius, portal);
    }

    private static List<Journey> comeAndGo(Stage stage, RunningHall hall, int first, int phones) throws IOException {
        List<Journey> journeys = new CopyOnWriteArrayList<>();
        Population.Phones who =
                new Population.Phones(phone -> Stage.phone(first + phone), new Centre(hall.centre()), hall.trust());
        try (Population population = new Population(List.of(stage.spot()), who, journeys::add)) {
            population.come(IntStream.range(0, phones)
                    .mapToObj(phone ->
                            new Plan.Visit(phone, Kind.PATIENT, Duration.ofMillis(100L * phone), Duration.ofMinutes(5)))
                    .toList());
            await("all journeys over: " + journeys, LONG, () -> journeys.size() == phones);
            population.here().forEach(stage.controller()::interim);
            population.leaveAll();
            await("everything acknowledged", LONG, () -> stage.book().complete());
        }
        return journeys;
    }
}
