package org.omnihall.bench.wire;

import java.time.Duration;
import java.util.SplittableRandom;

/** Draws what happens to each datagram of one direction, one after the other. Each takes equally many numbers, whatever happens to it. */
final class Fates {

    private static final int HELD_LEAST = 20;
    private static final int HELD_MOST = 200;

    /**
     * What happens to one datagram.
     *
     * @param copies how often it arrives
     * @param held how long it is held back
     * @param corrupted whether a bit is turned
     * @param place where, as a share of its bits from 0 to 1
     */
    record Fate(int copies, Duration held, boolean corrupted, double place) {

        /** The octets as they arrive. */
        byte[] spoil(byte[] sent) {
            byte[] arrived = sent.clone();
            if (corrupted && arrived.length > 0) {
                int bit = (int) (place * arrived.length * 8);
                arrived[bit / 8] ^= (byte) (1 << (bit % 8));
            }
            return arrived;
        }
    }

    private final Faults faults;
    private final SplittableRandom random;

    Fates(Faults faults, long seed) {
        this.faults = faults;
        this.random = new SplittableRandom(seed);
    }

    synchronized Fate next() {
        boolean lost = random.nextDouble() < faults.lost();
        boolean twice = random.nextDouble() < faults.duplicated();
        boolean late = random.nextDouble() < faults.reordered();
        int held = random.nextInt(HELD_LEAST, HELD_MOST);
        boolean spoilt = random.nextDouble() < faults.corrupted();
        double place = random.nextDouble();
        int copies = twice ? 2 : 1;
        return new Fate(lost ? 0 : copies, late ? Duration.ofMillis(held) : Duration.ZERO, spoilt, place);
    }
}
