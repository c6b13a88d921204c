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
 * @param mix what the phones do with the page
 */
public record Plan(long seed, int phones, double perMinute, double returning, Duration stay, Mix mix) {

    /** One visit: which phone of which kind, when after the beginning, for how long. */
    public record Visit(int phone, Kind kind, Duration at, Duration stay) {}

    public Plan {
        if (phones < 1 || !(perMinute > 0) || !(returning >= 0 && returning <= 1) || !stay.isPositive()) {
            throw new IllegalArgumentException("phones and rate must be positive, the returning share 0 to 1");
        }
    }

    /** A plan of patient phones. */
    public Plan(long seed, int phones, double perMinute, double returning, Duration stay) {
        this(seed, phones, perMinute, returning, stay, Mix.PATIENT);
    }

    /** The first visits. A phone never arrives while it is still here; an arrival that finds no free phone does not happen. */
    public List<Visit> visits(int count) {
        Drawing drawing = new Drawing();
        for (int i = 0; i < count; i++) {
            drawing.draw();
        }
        return List.copyOf(drawing.visits);
    }

    /** The visits that begin within a span. */
    public List<Visit> visits(Duration span) {
        Drawing drawing = new Drawing();
        while (drawing.now < span.toMillis()) {
            drawing.draw();
        }
        return drawing.visits.stream()
                .filter(visit -> visit.at().compareTo(span) < 0)
                .toList();
    }

    private final class Drawing {

        private final SplittableRandom random = new SplittableRandom(seed);
        private final long[] leaves = new long[phones];
        private final List<Visit> visits = new ArrayList<>();
        private int known;
        private long now;

        void draw() {
            now += exponential(60_000 / perMinute);
            boolean comesBack = known == phones || (known > 0 && random.nextDouble() < returning);
            int phone = comesBack ? random.nextInt(known) : known++;
            if (leaves[phone] <= now) {
                long stays = Math.max(1000, exponential((double) stay.toMillis()));
                leaves[phone] = now + stays;
                visits.add(new Visit(phone, mix.of(seed, phone), Duration.ofMillis(now), Duration.ofMillis(stays)));
            }
        }

        private long exponential(double mean) {
            return Math.round(-Math.log(1 - random.nextDouble()) * mean);
        }
    }
}
