package org.omnihall.hall.ordering;

import java.time.LocalDate;

/** The door by which whoever measures the use of products tells it, so that it is billed by its unit. */
public interface Usages {

    /**
     * What was used.
     *
     * @param key the teller's name of it: the same once more changes nothing
     * @param unit as in the prices of the product's offering
     * @param quantity more than nothing
     * @param day on which it was used; of a month that was billed already, it is on the next bill
     */
    record Used(String key, long product, String unit, long quantity, LocalDate day) {

        public Used {
            if (key.isEmpty() || key.length() > 100 || unit.isEmpty() || unit.length() > 40 || quantity < 1) {
                throw new IllegalArgumentException("a usage that nobody can have measured: " + key);
            }
        }
    }

    /** False where it was told before, or there is no such product. */
    boolean tell(Used used);
}
