package org.omnihall.hall.insight.pyramid;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How unevenly value is spread (requirement C16, 2/8原则): what the best fifth brings, the Gini coefficient, and points of the Lorenz curve. Exact:
 * sums are whole, and customers of one value are cut where the fifth ends, for it does not matter which of them is in it.
 *
 * @param customers how many there are
 * @param fen what all are worth together
 * @param topFen what the best fifth is worth, rounded up to whole customers
 * @param gini 0 where all are worth the same; nothing where the whole is not above zero. With values below zero it may exceed 1
 * @param lorenz what share of the whole the poorest so many per cent bring, from 0 to 100 by fives; empty where the whole is not above zero
 */
public record Pareto(
        long customers, BigInteger fen, BigInteger topFen, Optional<BigDecimal> gini, List<BigDecimal> lorenz) {

    private static final int FIFTHS = 5;
    private static final int STEP = 5;
    private static final int WHOLE = 100;
    private static final MathContext DIGITS = MathContext.DECIMAL64;

    public Pareto {
        lorenz = List.copyOf(lorenz);
    }

    static Pareto of(List<Bar> bars) {
        List<Bar> rising =
                bars.stream().sorted(Comparator.comparingLong(Bar::fen)).toList();
        long customers = rising.stream().mapToLong(Bar::customers).sum();
        BigInteger fen = poorest(rising, customers);
        long top = (customers + FIFTHS - 1) / FIFTHS;
        BigInteger topFen = fen.subtract(poorest(rising, customers - top));
        if (fen.signum() <= 0) {
            return new Pareto(customers, fen, topFen, Optional.empty(), List.of());
        }
        List<BigDecimal> lorenz = new ArrayList<>();
        for (int percent = 0; percent <= WHOLE; percent += STEP) {
            BigInteger part = poorest(
                    rising,
                    BigInteger.valueOf(customers)
                            .multiply(BigInteger.valueOf(percent))
                            .divide(BigInteger.valueOf(WHOLE))
                            .longValueExact());
            lorenz.add(new BigDecimal(part).divide(new BigDecimal(fen), DIGITS));
        }
        return new Pareto(customers, fen, topFen, Optional.of(gini(rising, customers, fen)), lorenz);
    }

    /** What the best fifth brings, in per cent of the whole; nothing where the whole is not above zero. */
    public Optional<BigDecimal> topPercent() {
        return fen.signum() <= 0
                ? Optional.empty()
                : Optional.of(
                        new BigDecimal(topFen.multiply(BigInteger.valueOf(WHOLE))).divide(new BigDecimal(fen), DIGITS));
    }

    /** What so many of the poorest are worth together. */
    private static BigInteger poorest(List<Bar> rising, long count) {
        BigInteger sum = BigInteger.ZERO;
        long left = count;
        for (Bar bar : rising) {
            long taken = Math.min(left, bar.customers());
            sum = sum.add(BigInteger.valueOf(bar.fen()).multiply(BigInteger.valueOf(taken)));
            left -= taken;
        }
        return sum;
    }

    /** 2 Σ i x_i / (n Σ x) − (n + 1) / n, with the rank i from the poorest on; the ranks of one value are summed at once. */
    private static BigDecimal gini(List<Bar> rising, long customers, BigInteger fen) {
        BigInteger weighed = BigInteger.ZERO;
        long before = 0;
        for (Bar bar : rising) {
            BigInteger count = BigInteger.valueOf(bar.customers());
            BigInteger ranks = count.multiply(BigInteger.valueOf(2 * before + bar.customers() + 1));
            weighed = weighed.add(ranks.multiply(BigInteger.valueOf(bar.fen())));
            before += bar.customers();
        }
        BigInteger n = BigInteger.valueOf(customers);
        BigInteger above = weighed.subtract(fen.multiply(n.add(BigInteger.ONE)));
        return new BigDecimal(above).divide(new BigDecimal(fen.multiply(n)), DIGITS);
    }
}
