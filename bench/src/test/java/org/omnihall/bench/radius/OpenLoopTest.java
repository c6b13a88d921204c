package org.omnihall.bench.radius;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.omnihall.bench.radius.OpenLoop.Stage;
import org.omnihall.radius.AttributeTypes;
import org.omnihall.radius.Packet;

/** The loop that asks at its own rate: nothing that waits or is left out is hidden. */
class OpenLoopTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration STALL = Duration.ofMillis(400);

    /** So many milliseconds nobody waits for. */
    private static final double NEVER = 3_000;

    @Test
    void offersTheRateOfEachStage() throws IOException {
        try (RadiusPeer peer = RadiusPeer.open();
                OpenLoop loop = open(peer, Mix.NONE, false, 1_000)) {
            List<Tally> seconds = loop.run(List.of(new Stage(500, SECOND), new Stage(1_000, SECOND)));
            assertThat(seconds).hasSize(2);
            assertThat(seconds.getFirst().sent() + seconds.getFirst().missing()).isEqualTo(500);
            assertThat(seconds.getLast().sent() + seconds.getLast().missing()).isEqualTo(1_000);
            Tally all = Tally.of(seconds);
            assertThat(all.right()).isEqualTo(all.sent());
            assertThat(peer.accepts).hasValue(all.sent());
        }
    }

    @Test
    void countsTheTimeOfARequestFromWhenItWasDue() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        try (RadiusPeer peer = new RadiusPeer(packet -> stallsOnce(asked), Terms.USUAL_SECONDS);
                OpenLoop loop = open(peer, Mix.NONE, false, 500)) {
            Tally all = Tally.of(loop.run(List.of(new Stage(500, SECOND))));
            assertThat(all.millis(75)).isGreaterThan(STALL.toMillis() / 8.0); // a closed loop would see one slow answer
            assertThat(all.silent()).isZero();
        }
    }

    /** All that come meanwhile wait with it. */
    private static boolean stallsOnce(AtomicInteger asked) {
        if (asked.incrementAndGet() == 100) {
            long end = System.nanoTime() + STALL.toNanos();
            while (System.nanoTime() < end) {
                LockSupport.parkNanos(end - System.nanoTime());
            }
        }
        return true;
    }

    @Test
    void countsWhatHasNoAnswerByWhatItAsked() throws IOException {
        try (RadiusPeer peer = new RadiusPeer(packet -> !isCold(packet), Terms.USUAL_SECONDS);
                OpenLoop loop = open(peer, new Mix(5, false, 10), false, 1_000)) {
            Tally all = Tally.of(loop.run(List.of(new Stage(1_000, SECOND))));
            assertThat(all.sent(Sort.COLD)).isEqualTo(all.silent(Sort.COLD)).isBetween(50L, 100L);
            assertThat(all.right(Sort.WRONG_PASSWORD))
                    .isEqualTo(all.sent(Sort.WRONG_PASSWORD))
                    .isPositive();
            assertThat(all.silent(Sort.KNOWN, Sort.WRONG_PASSWORD)).isZero();
            assertThat(all.wrong()).isZero();
            assertThat(all.millis(50)).isPositive().isLessThan(NEVER);
            assertThat(all.millis(95)).isEqualTo(NEVER); // a slow answer would count, and none is no better
        }
    }

    private static boolean isCold(Packet packet) {
        return Integer.parseInt(
                        packet.text(AttributeTypes.USER_NAME).orElseThrow().substring("bench".length()))
                >= 50;
    }

    @Test
    void saysWhatItCouldNotSendForWantOfIdentifiers() throws IOException {
        try (RadiusPeer peer = new RadiusPeer(packet -> false, Terms.USUAL_SECONDS);
                OpenLoop loop = open(peer, Mix.NONE, false, 1)) {
            Tally all = Tally.of(loop.run(List.of(new Stage(1_500, SECOND))));
            assertThat(all.sent()).isLessThanOrEqualTo(3 * Line.IDENTIFIERS);
            assertThat(all.sent() + all.missing()).isEqualTo(1_500);
            assertThat(all.silent()).isEqualTo(all.sent());
            assertThat(all.millis(1)).isEqualTo(NEVER);
        }
    }

    @Test
    void walksWholeSessions() throws IOException {
        try (RadiusPeer peer = RadiusPeer.open();
                OpenLoop loop = open(peer, Mix.NONE, true, 1_000)) {
            Tally all = Tally.of(loop.run(List.of(new Stage(1_000, SECOND))));
            assertThat(all.right()).isEqualTo(all.sent());
            assertThat(all.sent(Sort.ACCOUNTING)).isGreaterThan(2 * all.sent(Sort.KNOWN));
            assertThat(peer.sessions.values())
                    .allSatisfy(steps -> assertThat("1332").startsWith(steps))
                    .anySatisfy(steps -> assertThat(steps).hasToString("1332"));
            assertThat(loop.acknowledged().events()).isEqualTo(all.right(Sort.ACCOUNTING));
            assertThat(peer.strange).hasValue(0);
        }
    }

    @Test
    void takesWhatIsUnderWayToItsStop() throws IOException {
        try (RadiusPeer peer = RadiusPeer.open();
                OpenLoop loop = open(peer, Mix.NONE, true, 1_000)) {
            Tally all = Tally.of(loop.run(List.of(new Stage(998, SECOND)))); // no multiple of a session's five
            Tally rest = loop.finish(1_000);
            assertThat(peer.sessions.values())
                    .allSatisfy(steps -> assertThat(steps).hasToString("1332"));
            assertThat(rest.right()).isEqualTo(rest.sent());
            assertThat(all.sent() + rest.sent()).isEqualTo(5 * all.sent(Sort.KNOWN));
            assertThat(rest.sent(Sort.KNOWN)).isZero();
            assertThat(loop.acknowledged().events()).isEqualTo(all.right(Sort.ACCOUNTING) + rest.right());
        }
    }

    private static OpenLoop open(RadiusPeer peer, Mix mix, boolean accounting, int most) throws IOException {
        Subscribers who = new Subscribers(0, 50, 1_000, RadiusPeer.PASSWORD, Terms.ALIKE);
        return new OpenLoop(peer.target(RadiusPeer.SECRET), "o-", new Traffic(who, mix, accounting), most);
    }
}
