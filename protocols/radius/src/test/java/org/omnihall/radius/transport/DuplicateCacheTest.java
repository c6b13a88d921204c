package org.omnihall.radius.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.omnihall.octets.Octets;
import org.omnihall.radius.Code;
import org.omnihall.radius.Packet;
import org.omnihall.radius.transport.ServerSettings.Duplicates;

class DuplicateCacheTest {

    private static final long SECOND = 1_000_000_000L;
    private static final InetSocketAddress AC = new InetSocketAddress(InetAddress.getLoopbackAddress(), 1000);
    private static final Octets ANSWER = Octets.ofText("answer");

    private final DuplicateCache cache = new DuplicateCache(new Duplicates(Duration.ofSeconds(10), 8));

    @Test
    void knowsARequestUntilItsTimeIsOver() {
        DuplicateCache.Seen first = cache.look(AC, request(1), 0);
        assertThat(first.isNew()).isTrue();
        assertThat(cache.look(AC, request(1), 1).isNew()).isFalse();
        cache.answered(first.ticket(), ANSWER, 0);
        assertThat(cache.look(AC, request(1), 10 * SECOND - 1).answer()).isEqualTo(ANSWER);
        assertThat(cache.look(AC, request(1), 10 * SECOND).isNew()).isTrue();
    }

    @Test
    void takesARequestForNewOnceTheRingOfAnswersCameRoundOverItsAnswer() {
        Octets long1 = Octets.of(new byte[1000]);
        DuplicateCache.Seen first = cache.look(AC, request(1), 0);
        cache.answered(first.ticket(), ANSWER, 0);
        for (int i = 2; i <= 5; i++) {
            cache.answered(cache.look(AC, request(i), 0).ticket(), long1, 0);
        }
        assertThat(cache.look(AC, request(1), 1).answer())
                .as("4,006 of 4,096 octets")
                .isEqualTo(ANSWER);
        cache.answered(cache.look(AC, request(6), 0).ticket(), long1, 0);
        assertThat(cache.look(AC, request(5), 1).answer())
                .as("across the end of the ring")
                .isEqualTo(long1);
        assertThat(cache.look(AC, request(6), 1).answer()).isEqualTo(long1);
        assertThat(cache.look(AC, request(1), 1).isNew()).isTrue();
    }

    @Test
    void tellsSourcesIdentifiersAndAuthenticatorsApart() {
        assertThat(cache.look(AC, request(1), 0).isNew()).isTrue();
        assertThat(cache.look(new InetSocketAddress(AC.getAddress(), 1001), request(1), 0)
                        .isNew())
                .isTrue();
        assertThat(cache.look(AC, request(2), 0).isNew()).isTrue();
        Packet other = new Packet(
                Code.ACCESS_REQUEST, 9, request(1).authenticator(), request(1).attributes());
        assertThat(cache.look(AC, other, 0).isNew()).isTrue();
    }

    @Test
    void forgetsTheOldestAboveItsCapacity() {
        DuplicateCache.Seen oldest = cache.look(AC, request(0), 0);
        for (int i = 1; i < 8; i++) {
            assertThat(cache.look(AC, request(i), 0).isNew()).isTrue();
        }
        assertThat(cache.look(AC, request(0), 0).isNew()).as("eight fit").isFalse();
        assertThat(cache.look(AC, request(8), 0).isNew()).isTrue();
        cache.answered(oldest.ticket(), ANSWER, 0);
        assertThat(cache.look(AC, request(0), 0).isNew())
                .as("the ninth took its place")
                .isTrue();
        assertThat(cache.look(AC, request(8), 0).answer()).isEqualTo(Octets.EMPTY);
    }

    @Test
    void remembersTheLastOnesWhateverHappenedBefore() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20261122);
        Deque<Integer> last = new ArrayDeque<>();
        for (int i = 0; i < 20_000; i++) {
            DuplicateCache.Seen seen = cache.look(AC, request(i), 0);
            assertThat(seen.isNew()).isTrue();
            if (random.nextInt(4) == 0) {
                cache.forget(seen.ticket());
                assertThat(last)
                        .allSatisfy(known -> assertThat(
                                        cache.look(AC, request(known), 0).isNew())
                                .isFalse());
            } else {
                last.addLast(i);
            }
            // a forgotten ticket has used its place in the ring, so only what came within the last eight is surely
            // there
            int now = i;
            last.removeIf(known -> known <= now - 7);
        }
    }

    @Test
    void takesLittleUntilMoreComesWithinTheWindow() {
        DuplicateCache large = new DuplicateCache(Duplicates.USUAL);
        long little = large.octets();
        for (int i = 0; i < 100_000; i++) {
            long now = i * SECOND / 60; // 1,800 within thirty seconds
            large.answered(large.look(AC, request(i), now).ticket(), ANSWER, now);
        }
        assertThat(little).isLessThan(400_000);
        assertThat(large.octets()).isEqualTo(little);
    }

    @Test
    void growsUpToItsCapacityAndForgetsNothingOnTheWay() {
        DuplicateCache large = new DuplicateCache(new Duplicates(Duration.ofSeconds(10), 1 << 15));
        Octets whole = Octets.of(new byte[Packet.MAX_LENGTH / 2]);
        for (int i = 0; i < 1 << 15; i++) {
            boolean unusual = i % 50 == 0;
            large.answered(large.look(AC, request(i), i).ticket(), unusual ? whole : Octets.ofLong(i), i);
        }
        for (int i = 0; i < 1 << 15; i++) {
            assertThat(large.look(AC, request(i), SECOND).answer())
                    .as("request %d", i)
                    .isEqualTo(i % 50 == 0 ? whole : Octets.ofLong(i));
        }
        long grown = large.octets();
        for (int i = 1 << 15; i < 1 << 17; i++) {
            assertThat(large.look(AC, request(i), SECOND).isNew()).isTrue();
        }
        assertThat(large.octets()).as("its bound").isEqualTo(grown);
    }

    @Test
    void givesNoAnswerThatWasLostWhenItBecameLarger() {
        AnswerRing ring = new AnswerRing(30 * SECOND, 1_000, 4_000);
        long quiet = ring.write(Octets.ofText("a".repeat(600)), 0);
        long slow = ring.write(Octets.ofText("b".repeat(300)), 20 * SECOND);
        for (int second = 40; second < 52; second++) { // the second round is full within ten seconds
            ring.write(Octets.ofText("c".repeat(100)), second * SECOND);
        }
        assertThat(ring.isGone(quiet)).isTrue();
        assertThat(ring.isGone(slow)).isTrue();
        long last = ring.write(Octets.ofText("d".repeat(100)), 52 * SECOND);
        assertThat(ring.room()).as("it has become larger").isEqualTo(2_000);
        assertThat(ring.isGone(quiet)).isTrue();
        assertThat(ring.isGone(slow)).as("written over before").isTrue();
        assertThat(ring.isGone(last)).isFalse();
        assertThat(ring.read(last, 100)).isEqualTo(Octets.ofText("d".repeat(100)));
    }

    @Test
    void growsForLongAnswersToo() {
        DuplicateCache large = new DuplicateCache(Duplicates.USUAL);
        Octets fragment = Octets.of(new byte[1_024]);
        for (int i = 0; i < 2_000; i++) {
            large.answered(large.look(AC, request(i), i).ticket(), fragment, i);
        }
        assertThat(large.look(AC, request(0), SECOND).answer()).isEqualTo(fragment);
    }

    @Test
    void takesPowersOfTwoOnly() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Duplicates(Duration.ofSeconds(1), 7));
        assertThatIllegalArgumentException().isThrownBy(() -> new Duplicates(Duration.ofSeconds(1), 1 << 23));
    }

    private static Packet request(int number) {
        return Packet.request(Code.ACCESS_REQUEST, Octets.ofLong(number).plus(Octets.ofLong(number * 31L)))
                .build();
    }
}
