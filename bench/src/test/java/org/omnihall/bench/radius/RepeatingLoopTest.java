package org.omnihall.bench.radius;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Of two devices where one is allowed the limit may refuse one; anything else is a wrong answer. */
class RepeatingLoopTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Test
    void countsARefusedSecondDeviceApartFromWrongAnswers() throws Exception {
        try (RadiusPeer peer = RadiusPeer.open()) {
            RepeatingLoop.Told told = load(peer, RadiusPeer.PASSWORD, true);
            assertThat(told.refused()).isPositive().isEqualTo(peer.rejects.get());
            assertThat(told.wrong()).isZero();
            assertThat(told.unanswered()).isZero();
            assertThat(told.accounting()).isEqualTo(4 * peer.accepts.get());
        }
    }

    @Test
    void takesTheRefusalOfBothForWrong() throws Exception {
        try (RadiusPeer peer = RadiusPeer.open()) {
            RepeatingLoop.Told told = load(peer, "another-word", true);
            assertThat(told.wrong()).isPositive().isEqualTo(peer.rejects.get());
            assertThat(told.refused()).isZero();
        }
    }

    @Test
    void takesTheRefusalOfWhoIsAloneForWrong() throws Exception {
        try (RadiusPeer peer = RadiusPeer.open()) {
            RepeatingLoop.Told told = load(peer, "another-word", false);
            assertThat(told.wrong()).isPositive().isEqualTo(peer.rejects.get());
            assertThat(told.refused()).isZero();
        }
    }

    /** Until enough was asked. */
    private static RepeatingLoop.Told load(RadiusPeer peer, String password, boolean couples)
            throws IOException, InterruptedException, ExecutionException {
        RepeatingLoop.Pace pace = new RepeatingLoop.Pace(1_000, Duration.ofMillis(20), 64, 20261127);
        Traffic traffic = new Traffic(Subscribers.of(1_000, password), Mix.NONE, true, couples);
        try (RepeatingLoop load = new RepeatingLoop(List.of(peer.target(RadiusPeer.SECRET)), "r-", pace, traffic);
                ExecutorService thread = Executors.newSingleThreadExecutor()) {
            Future<RepeatingLoop.Told> running = thread.submit(() -> load.run(PATIENCE));
            while (peer.accepts.get() + peer.rejects.get() < 40 && !running.isDone()) {
                Thread.onSpinWait();
            }
            load.end();
            return running.get();
        }
    }
}
