package org.omnihall.hall.decision.diversion;

/** By what permitted channels are put in order (requirements B17, B27). */
enum Ranking {
    /** What the customer likes best. */
    PREFERENCE,
    /** What costs us least. */
    COST,
    /** Preference less cost, in fen. */
    BALANCE
}
