package org.omnihall.bench.city;

import java.time.LocalDate;

/**
 * How large a city is to be made up, and when its year ends. The same plan gives the same files, octet for octet.
 *
 * @param lastDay the year of spend and contacts ends with this day
 * @param manager login of the member of the staff who gets the grids
 */
public record CityPlan(long seed, int subscribers, int companies, LocalDate lastDay, String manager) {

    public static final int MOST_SUBSCRIBERS = 900_000;

    /** One company at most for so many subscribers, who are its members. */
    private static final int SUBSCRIBERS_OF_A_COMPANY = 5;

    public CityPlan {
        if (subscribers < 1 || subscribers > MOST_SUBSCRIBERS) {
            throw new IllegalArgumentException("a city has 1 to " + MOST_SUBSCRIBERS + " subscribers");
        }
        if (companies < 0 || companies > subscribers / SUBSCRIBERS_OF_A_COMPANY) {
            throw new IllegalArgumentException("a city has a company for " + SUBSCRIBERS_OF_A_COMPANY
                    + " subscribers at most, so " + subscribers / SUBSCRIBERS_OF_A_COMPANY + " here");
        }
    }

    /** A small one, for the demo. */
    public static CityPlan village(LocalDate lastDay, String manager) {
        return new CityPlan(20261126, 2_000, 80, lastDay, manager);
    }

    /** The random numbers of one thing: the same whatever is made up before it. */
    Dice dice(Subject subject, long index) {
        return new Dice(seed, subject, index);
    }

    /** What random numbers are drawn for. */
    enum Subject {
        PERSON,
        COMPANY,
        MEMBERS,
        CHANNEL,
        SPEND,
        CONTACT
    }
}
