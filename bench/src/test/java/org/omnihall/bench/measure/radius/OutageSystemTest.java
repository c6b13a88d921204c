package org.omnihall.bench.measure.radius;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omnihall.bench.radius.Sort.COLD;
import static org.omnihall.bench.radius.Sort.KNOWN;
import static org.omnihall.bench.radius.Sort.WRONG_PASSWORD;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.omnihall.bench.demo.RunningHall;
import org.omnihall.bench.demo.SystemHall;
import org.omnihall.bench.radius.ChangingTerms;
import org.omnihall.bench.radius.Mix;
import org.omnihall.bench.radius.Subscribers;
import org.omnihall.bench.radius.Traffic;

/** A hall of its own whose PostgreSQL is stopped for three seconds (access rule 26, in small). */
class OutageSystemTest {

    private static final RadiusSize SIZE = new RadiusSize(List.of(2_000), Duration.ofSeconds(1));
    private static final double PER_SECOND = 300;
    private static final int KNOWN_ONES = 500;

    @Test
    void letsWhoIsKnownInAndRefusesNobodyWhoIsNot(@TempDir Path home) throws IOException, InterruptedException {
        try (RunningHall hall = RunningHall.start(
                "--omnihall.node.home=" + Files.createDirectory(home.resolve("hall")),
                "--omnihall.node.port-offset=" + SystemHall.freeOffset())) {
            Roster.prepare(hall).fill(SIZE.largest());
            Subscribers who = new Subscribers(
                    0, KNOWN_ONES, SIZE.largest() - KNOWN_ONES, Roster.PASSWORD, new ChangingTerms(SIZE.largest()));
            Driver driver = new Driver(SIZE);
            driver.once(Server.of(hall), new Traffic(who, Mix.NONE, false), Duration.ofMinutes(1));

            Outage.Seen seen = new Outage(hall, driver, SIZE).take(Server.of(hall), who, PER_SECOND);

            assertThat(seen.gone()).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(30));
            assertThat(seen.during().sent(KNOWN)).isPositive();
            assertThat(seen.accepted()).isGreaterThanOrEqualTo(0.999);
            assertThat(seen.during().right(WRONG_PASSWORD))
                    .isEqualTo(seen.during().sent(WRONG_PASSWORD))
                    .isPositive();
            assertThat(seen.during().silent(COLD)).isPositive();
            assertThat(seen.all().wrong()).isZero();
            assertThat(seen.all().right(COLD)).isPositive();
            assertThat(seen.after().right()).isLessThanOrEqualTo(5);
            assertThat(seen.after().waiting()).isZero();
            assertThat(seen.books().faults()).isZero();
            assertThat(seen.books().acknowledged()).isPositive();
        }
    }
}
