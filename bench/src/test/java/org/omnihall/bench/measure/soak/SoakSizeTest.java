package org.omnihall.bench.measure.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the options of {@code bench soak} mean. */
class SoakSizeTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void takesHalfAnHourInRoundsOfAMinute() {
        SoakSize size = SoakSize.parse(List.of());
        assertThat(size.subscribers()).isEqualTo(100_000);
        assertThat(size.rounds()).isEqualTo(30);
        assertThat(size.round()).isEqualTo(Duration.ofMinutes(1));
        assertThat(size.rhythm()).isEqualTo(Duration.ofSeconds(10));
        assertThat(size.closed().span()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void takesOtherSizesAndMoreRoomForMore() {
        SoakSize size = SoakSize.parse(List.of("--minutes", "3", "--subscribers", "1000"));
        assertThat(size.load()).isEqualTo(Duration.ofMinutes(3));
        assertThat(size.closed().subscribers()).containsExactly(1_000);
        assertThat(size.octets()).isLessThan(SoakSize.parse(List.of()).octets());
    }

    @Test
    void refusesLessThanThreeRoundsAndTooFewSubscribers() {
        assertThat(new SoakSize(1_000, 3, SECOND, SECOND).rounds()).isEqualTo(3);
        assertThatThrownBy(() -> new SoakSize(1_000, 2, SECOND, SECOND)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new SoakSize(999, 3, SECOND, SECOND)).isInstanceOf(IllegalArgumentException.class);
    }
}
