package org.omnihall.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A measurement says how much went wrong. */
class LoadTest {

    private static final Duration SPAN = Duration.ofMillis(100);

    @Test
    void countsBrokenConnectionsAsFailedAndGoesOn() throws InterruptedException {
        Load.Result result = Load.run(2, SPAN, number -> {
            if (number % 3 == 0) {
                throw new UncheckedIOException(new EOFException());
            }
            return number % 3 == 1;
        });
        assertThat(result.nanos()).hasSizeGreaterThan(2);
        assertThat(result.failed())
                .isBetween(2L * result.nanos().size() - 4, 2L * result.nanos().size() + 4);
    }

    @Test
    void endsWithWhatNobodyExpected() {
        assertThatThrownBy(() -> Load.run(2, SPAN, number -> {
                    throw new IllegalArgumentException("no such customer");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage("no such customer");
    }
}
