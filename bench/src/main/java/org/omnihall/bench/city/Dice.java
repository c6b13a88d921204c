package org.omnihall.bench.city;

import java.util.List;
import java.util.SplittableRandom;
import org.omnihall.octets.Spread;

/** Random draws of the kinds that a city needs. */
final class Dice {

    private static final long SUBJECTS = 1L << 40;

    private final SplittableRandom random;

    /** Seeds that are neighbours would give series that are shifts of each other. */
    Dice(long seed, CityPlan.Subject subject, long index) {
        this.random = new SplittableRandom(Spread.of(seed ^ (subject.name().hashCode() * SUBJECTS + index)));
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    double share() {
        return random.nextDouble();
    }

    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** An index, as likely as its weight. */
    int weighted(double... weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double left = random.nextDouble() * sum;
        for (int i = 0; i < weights.length; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }

    /** Many small and few large: the logarithm is normal. */
    double logNormal(double median, double sigma) {
        return median * Math.exp(sigma * random.nextGaussian());
    }

    /** How often something rare happens in a time. */
    int poisson(double mean) {
        double limit = Math.exp(-mean);
        double product = random.nextDouble();
        int times = 0;
        while (product > limit) {
            times++;
            product *= random.nextDouble();
        }
        return times;
    }
}
