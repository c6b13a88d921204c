package org.omnihall.bench.measure.radius;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.omnihall.bench.measure.radius.Host.Reading;
import org.omnihall.bench.measure.radius.Host.Share;

/** What a host takes of a virtual machine. */
class HostTest {

    @Test
    void readsTheCountersOfAllProcessors() {
        assertThat(Reading.of(7, "cpu  100 1 20 300 4 0 2 30 50 0")).isEqualTo(new Reading(7, 30, 457));
    }

    @Test
    void tellsTheShareInAllAndTheMostInASecond() {
        List<Reading> readings = new ArrayList<>();
        long stolen = 0;
        for (int quarter = 0; quarter <= 40; quarter++) {
            readings.add(new Reading(TimeUnit.MILLISECONDS.toNanos(250L * quarter), stolen, 50L * quarter));
            stolen += quarter >= 20 && quarter < 24 ? 10 : 0;
        }
        Share share = Share.of(readings);
        assertThat(share.share()).isCloseTo(0.02, within(1e-9));
        assertThat(share.most()).isCloseTo(0.2, within(1e-9));
        assertThat(share.told()).isEqualTo("the host took 2.0 % of the processors, at most 20.0 % in a second");
    }

    @Test
    void takesAsMuchInASecondAsInAShortTimeInAll() {
        assertThat(Share.of(List.of(new Reading(0, 0, 0), new Reading(1_000_000, 5, 10))))
                .isEqualTo(new Share(0.5, 0.5));
        assertThat(Share.of(List.of(new Reading(0, 7, 3)))).isEqualTo(new Share(0, 0));
    }

    @Test
    void seesAStretchInWhichItWasNotAskedItself() {
        Reading before = new Reading(0, 0, 0);
        Reading after = new Reading(TimeUnit.SECONDS.toNanos(2), 400, 400);
        Reading later = new Reading(TimeUnit.SECONDS.toNanos(30), 400, 6_000);
        assertThat(Share.of(List.of(before, after, later)).most()).isEqualTo(1);
    }

    @Test
    void watchesThisMachine() {
        long from = System.nanoTime();
        try (Host host = Host.watched()) {
            assertThat(host.share().share()).isBetween(0.0, 1.0);
            assertThat(host.share(from, System.nanoTime())).isBetween(0.0, 1.0);
        }
    }
}
