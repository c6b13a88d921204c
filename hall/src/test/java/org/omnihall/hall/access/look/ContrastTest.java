package org.omnihall.hall.access.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** How well colours are read on one another; the figures of WCAG's own examples. */
class ContrastTest {

    @Test
    void knowsTheEndsOfTheScale() {
        assertThat(Contrast.of("#000000", "#ffffff").orElseThrow()).isEqualTo(21, within(0.001));
        assertThat(Contrast.of("#123456", "#123456").orElseThrow()).isEqualTo(1, within(0.001));
    }

    @Test
    void tellsReadableFromUnreadable() {
        assertThat(Contrast.of("#ffffff", "#767676").orElseThrow()).isEqualTo(4.54, within(0.01));
        assertThat(Contrast.of("#ffffff", "#777777").orElseThrow()).isEqualTo(4.48, within(0.01));
    }

    @Test
    void isNoneOfWhatIsNoColour() {
        assertThat(Contrast.of("red", "#ffffff")).isEmpty();
        assertThat(Contrast.of("#ffffff", "#FFFFFF")).isEmpty();
        assertThat(Contrast.of("#fff", "#ffffff")).isEmpty();
        assertThat(Contrast.of("#ffffff}", "#ffffff")).isEmpty();
    }

    /** Property: the same both ways round, and between 1 and 21. */
    @Test
    void isTheSameBothWaysRound() {
        Random random = new Random(42);
        for (int i = 0; i < 2_000; i++) {
            String one = "#%06x".formatted(random.nextInt(1 << 24));
            String other = "#%06x".formatted(random.nextInt(1 << 24));
            double ratio = Contrast.of(one, other).orElseThrow();
            assertThat(ratio).isEqualTo(Contrast.of(other, one).orElseThrow()).isBetween(1.0, 21.0001);
        }
    }
}
