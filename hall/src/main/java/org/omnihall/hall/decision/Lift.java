package org.omnihall.hall.decision;

/**
 * What an offer brought: the share of customers who ordered after they saw it, less the share of those who would have seen it but were held out,
 * with a 95 % interval (Newcombe's method of 1998, from two Wilson intervals). All in parts of one.
 */
public record Lift(double difference, double low, double high) {

    private static final double Z = 1.959963984540054;

    /** A share with its Wilson interval. */
    private record Share(double value, double low, double high) {

        static Share of(long times, long of) {
            double share = (double) times / of;
            double z2 = Z * Z;
            double middle = (share + z2 / (2 * of)) / (1 + z2 / of);
            double half = Z / (1 + z2 / of) * Math.sqrt(share * (1 - share) / of + z2 / (4.0 * of * of));
            return new Share(share, Math.max(0, middle - half), Math.min(1, middle + half));
        }
    }

    /** @throws IllegalArgumentException where one group has nobody */
    static Lift of(long ordered, long shown, long orderedWithout, long heldOut) {
        if (shown < 1 || heldOut < 1) {
            throw new IllegalArgumentException("a lift needs two groups: " + shown + ", " + heldOut);
        }
        Share with = Share.of(ordered, shown);
        Share without = Share.of(orderedWithout, heldOut);
        double difference = with.value() - without.value();
        return new Lift(
                difference,
                difference - Math.hypot(with.value() - with.low(), without.high() - without.value()),
                difference + Math.hypot(with.high() - with.value(), without.value() - without.low()));
    }

    /** Whether the offer did something that chance would not do: the interval holds no zero. */
    public boolean isProved() {
        return low > 0 || high < 0;
    }
}
