package org.omnihall.bench.population;

import java.util.SplittableRandom;

/** The shares of phones of each kind, 0 to 1; what is left of 1 is patient. */
public record Mix(double closesAtOnce, double resumes, double neverOpens) {

    public static final Mix PATIENT = new Mix(0, 0, 0);

    public Mix {
        if (!(closesAtOnce >= 0 && resumes >= 0 && neverOpens >= 0) || closesAtOnce + resumes + neverOpens > 1) {
            throw new IllegalArgumentException("the shares of the kinds of phones lie between 0 and 1, all together");
        }
    }

    /** A phone is of one kind for its whole life, whoever else comes. */
    Kind of(long seed, int phone) {
        double drawn = new SplittableRandom(seed * 31 + phone).nextDouble();
        if (drawn < closesAtOnce) {
            return Kind.CLOSES_AT_ONCE;
        }
        if (drawn < closesAtOnce + resumes) {
            return Kind.RESUMES;
        }
        return drawn < closesAtOnce + resumes + neverOpens ? Kind.NEVER_OPENS : Kind.PATIENT;
    }
}
