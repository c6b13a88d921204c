package org.omnihall.bench.wire;

import java.util.stream.DoubleStream;

/**
 * What goes wrong on a line, each as the share of datagrams, 0 to 1, in each direction.
 *
 * @param lost never arrives
 * @param duplicated arrives twice
 * @param reordered is held back, so that later ones overtake it
 * @param corrupted arrives with one bit turned
 * @param seed the same seed gives the same fate to the same datagram of a line, counted in the order of sending
 */
public record Faults(double lost, double duplicated, double reordered, double corrupted, long seed) {

    public static final Faults NONE = new Faults(0, 0, 0, 0, 0);

    public Faults {
        if (DoubleStream.of(lost, duplicated, reordered, corrupted).anyMatch(share -> !(share >= 0 && share <= 1))) {
            throw new IllegalArgumentException("shares of faults lie between 0 and 1");
        }
    }

    public boolean none() {
        return lost == 0 && duplicated == 0 && reordered == 0 && corrupted == 0;
    }

    /** The fates of one direction of a line, in the order of sending. */
    Fates on(String line) {
        return new Fates(this, seed ^ ((long) line.hashCode() << 20));
    }
}
