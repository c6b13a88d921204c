package org.omnihall.radius.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AllowanceTest {

    private static final long SECOND = 1_000_000_000L;
    private static final InetAddress MAD = InetAddress.ofLiteral("10.0.0.1");
    private static final InetAddress CALM = InetAddress.ofLiteral("10.0.0.2");

    private final Allowance allowance = new Allowance(100);

    private long taken(InetAddress source, int asked, long nowNanos) {
        return IntStream.range(0, asked)
                .filter(i -> allowance.take(source, nowNanos))
                .count();
    }

    @Test
    void givesTwiceASecondsWorthAtOnceAndThenASecondsWorthASecond() {
        assertThat(taken(MAD, 1_000, 0)).isEqualTo(200);
        assertThat(taken(MAD, 1_000, SECOND)).isEqualTo(100);
        assertThat(taken(MAD, 1_000, SECOND + SECOND / 2)).isEqualTo(50);
        assertThat(taken(MAD, 1_000, 100 * SECOND)).as("no more is saved up").isEqualTo(200);
    }

    @Test
    void takesNothingFromTheOthers() {
        taken(MAD, 10_000, 0);
        assertThat(taken(CALM, 200, 0)).isEqualTo(200);
        assertThat(taken(CALM, 1, 0)).isZero();
    }

    @Test
    void remembersWhoIsEmptyHoweverManyComeBy() {
        taken(MAD, 1_000, 0);
        for (int i = 0; i < 30_000; i++) {
            assertThat(allowance.take(InetAddress.ofLiteral("10.1." + i / 250 + "." + i % 250), i))
                    .isTrue();
        }
        assertThat(allowance.take(MAD, 30_000)).isFalse();
    }
}
