package org.omnihall.octets;

/** Spreads every bit of a number over all others, so that neighbours do not lie together. */
public final class Spread {

    private Spread() {}

    /** The finalizer of MurmurHash3; each number gives another one. */
    public static long of(long number) {
        long once = (number ^ (number >>> 33)) * 0xff51afd7ed558ccdL;
        long twice = (once ^ (once >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return twice ^ (twice >>> 33);
    }
}
