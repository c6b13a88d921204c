package org.omnihall.bench.cashier;

import java.util.List;

/** What is wrong with the callbacks of a simulated cashier. */
public enum Fault {
    NONE,
    /** Each comes twice, with one nonce. */
    TWICE,
    /** They are held back until the cashier catches up. */
    LATE,
    NEVER,
    WRONG_SIGNATURE,
    /** They say one fen too much. */
    WRONG_SUM;

    static Fault named(String name) {
        return List.of(values()).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(NONE);
    }
}
