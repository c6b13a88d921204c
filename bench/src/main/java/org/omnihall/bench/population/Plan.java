package org.omnihall.bench.population;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Who comes when, drawn from a seed: arrivals are a Poisson process; a share of them are phones that were here before.
 *
 * @param seed the same seed gives the same visits
 * @param phones how many different phones there are
 * @param perMinute arrivals a minute
 * @param returning the share of arrivals that are return visits as soon as somebody can return, 0 to 1
 * @param stay the mean stay, exponentially distributed
 */
public record Plan(long seed, int phones, double perMinute, double returning, Duration stay) {

    /** One visit: which phone, when after the beginning, for how long. */
    public record Visit(int phone, Duration at, Duration stay) {}

    public Plan {
        if (phones < 1 || !(perMinute > 0) || returning < 0 || returning > 1 || !stay.isPositive()) {
            throw new IllegalArgumentException("phones and rate must be positive, the returning share 0 to 1");
        }
    }

    /** The first visits. A phone never arrives while it is still here; an arrival that finds no free phone does not happen. */
    public List<Visit> visits(int count) {
        SplittableRandom random = new SplittableRandom(seed);
        long[] leaves = new long[phones];
        int known = 0;
        long now = 0;
        List<Visit> visits = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            now += exponential(random, 60_000 / perMinute);
            boolean comesBack = known == phones || (known > 0 && random.nextDouble() < returning);
            int phone = comesBack ? random.nextInt(known) : known++;
            if (leaves[phone] > now) {
                continue;
            }
            long stays = Math.max(1000, exponential(random, (double) stay.toMillis()));
            leaves[phone] = now + stays;
            visits.add(new Visit(phone, Duration.ofMillis(now), Duration.ofMillis(stays)));
        }
        return List.copyOf(visits);
    }

    private static long exponential(SplittableRandom random, double mean) {
        return Math.round(-Math.log(1 - random.nextDouble()) * mean);
    }
}
