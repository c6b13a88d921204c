package org.omnihall.bench.population;

/** What the phones of a population do with the login page. */
public enum Kind {
    /** Looks at every page until it says online. */
    PATIENT,
    /** Closes its browser the moment its own probe gets through (access rule 27). */
    CLOSES_AT_ONCE,
    /** Is closed between number and code, and opened again. */
    RESUMES,
    /** Joins, probes, and never opens the page (access rule 27). */
    NEVER_OPENS
}
