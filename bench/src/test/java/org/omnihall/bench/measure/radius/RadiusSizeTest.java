package org.omnihall.bench.measure.radius;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the options of {@code bench radius} mean. */
class RadiusSizeTest {

    @Test
    void measuresThreeNumbersOfSubscribersForTwentySecondsEach() {
        RadiusSize size = RadiusSize.parse(List.of());
        assertThat(size.subscribers()).containsExactly(10_000, 100_000, 1_000_000);
        assertThat(size.span()).isEqualTo(Duration.ofSeconds(20));
        assertThat(size.window()).isEqualTo(Duration.ofSeconds(5));
        assertThat(size.leastWarm()).isEqualTo(Duration.ofSeconds(40));
        assertThat(size.mostWarm()).isEqualTo(Duration.ofSeconds(90));
        assertThat(size.away()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void takesAListAndAShorterSpan() {
        RadiusSize size = RadiusSize.parse(List.of("--seconds", "3", "--subscribers", "1000,2000"));
        assertThat(size.subscribers()).containsExactly(1_000, 2_000);
        assertThat(size.window()).isEqualTo(Duration.ofSeconds(1));
        assertThat(size.away()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void refusesTooFewSubscribersAnotherOrderAndNoTime() {
        Duration second = Duration.ofSeconds(1);
        assertThat(new RadiusSize(List.of(1_000), second).largest()).isEqualTo(1_000);
        assertThatThrownBy(() -> new RadiusSize(List.of(999), second)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RadiusSize(List.of(2_000, 1_000), second))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RadiusSize(List.of(1_000, 1_000), second))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RadiusSize(List.of(), second)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RadiusSize(List.of(1_000), Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
