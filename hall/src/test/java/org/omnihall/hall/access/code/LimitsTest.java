package org.omnihall.hall.access.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omnihall.hall.access.attempt.Samples.NOON;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.omnihall.hall.HallDatabase;
import org.omnihall.hall.access.attempt.Samples;
import org.omnihall.octets.Octets;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(HallDatabase.class)
class LimitsTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final Limits limits;

    LimitsTest(DataSource database) {
        limits = new Limits(JdbcClient.create(database), Samples.transactions(database));
    }

    @Test
    void letsAsManyPassAsItSaysAndNotOneMore() {
        Limit three = limit(LimitKind.DEVICE, 3);
        for (int i = 0; i < 3; i++) {
            assertThat(limits.take(List.of(three), NOON).full()).isEmpty();
        }
        assertThat(limits.take(List.of(three), NOON).full()).contains(LimitKind.DEVICE);
        assertThat(limits.take(List.of(three), NOON.plus(HOUR)).full()).isEmpty();
    }

    @Test
    void countsNothingWhereOneIsFull() {
        Limit number = limit(LimitKind.NUMBER_HOUR, 5);
        Limit device = limit(LimitKind.DEVICE, 1);
        limits.take(List.of(device), NOON);
        assertThat(limits.take(List.of(device, number), NOON).full()).contains(LimitKind.DEVICE);
        assertThat(limits.used(number, NOON)).isZero();
    }

    @Test
    void isExactWhenManyComeAtOnce() {
        Limit ten = limit(LimitKind.EVERYONE, 10);
        AtomicInteger passed = new AtomicInteger();
        try (ExecutorService many = Executors.newFixedThreadPool(8)) {
            IntStream.range(0, 40)
                    .forEach(i -> many.execute(() -> {
                        if (limits.take(List.of(ten), NOON).full().isEmpty()) {
                            passed.incrementAndGet();
                        }
                    }));
        }
        assertThat(passed).hasValue(10);
    }

    @Test
    void isNearWhenTheNextOnePassesTheShare() {
        Limit five = limit(LimitKind.NUMBER_HOUR, 5);
        for (int i = 0; i < 3; i++) {
            assertThat(limits.near(List.of(five), 60, NOON)).isFalse();
            limits.take(List.of(five), NOON);
        }
        assertThat(limits.near(List.of(five), 60, NOON)).isTrue();
    }

    @Test
    void givesBackWhatWasNotOne() {
        Limit one = limit(LimitKind.WRONG_CODES, 1);
        limits.take(List.of(one), NOON);
        limits.giveBack(one, NOON);
        limits.giveBack(one, NOON);
        assertThat(limits.take(List.of(one), NOON).full()).isEmpty();
        assertThat(limits.take(List.of(one), NOON).full()).contains(LimitKind.WRONG_CODES);
    }

    @Test
    void forgetsWindowsThatAreOver() {
        Limit one = limit(LimitKind.DEVICE, 1);
        limits.take(List.of(one), NOON);
        limits.purge(NOON.plus(Duration.ofMinutes(59)));
        assertThat(limits.used(one, NOON)).isOne();
        limits.purge(NOON.plus(HOUR).plusSeconds(1));
        assertThat(limits.used(one, NOON)).isZero();
    }

    private static Limit limit(LimitKind kind, int most) {
        Octets key = Samples.vault().random(8);
        return new Limit(kind, key, most, HOUR);
    }
}
