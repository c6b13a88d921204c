package org.omnihall.bench.radius;

/**
 * Who is asked about: {@code bench0} and so on, all with one password.
 *
 * @param first the first of those who are known, or are to be
 * @param count how many these are
 * @param cold how many behind them are cold
 */
public record Subscribers(int first, int count, int cold, String password, Terms terms) {

    /** A prime, so that neighbours in time are far apart. */
    private static final int STRIDE = 7_919;

    /** Known ones alone. */
    public static Subscribers of(int count, String password) {
        return new Subscribers(0, count, 0, password, Terms.ALIKE);
    }

    /** Everybody has his turn before anybody has a second one. */
    int known(long turn) {
        return first + (int) (turn * (count % STRIDE == 0 ? 1 : STRIDE) % count);
    }

    /** The same of those who may have one device. */
    int single(long turn) {
        return first + ChangingTerms.single(turn, count);
    }

    int cold(long turn) {
        return first + count + (int) (turn % cold);
    }

    @Override
    public String toString() {
        return "bench" + first + " and " + (count - 1) + " more, then " + cold + " cold ones";
    }
}
