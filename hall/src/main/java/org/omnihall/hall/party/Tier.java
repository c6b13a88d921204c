package org.omnihall.hall.party;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How much a company matters (requirement D6), the most first: A and B are looked after by a manager, C and MICRO serve themselves first. */
public enum Tier {
    A,
    B,
    C,
    MICRO;

    /** Whether a company of this tier must have exactly one account manager (requirement B14). */
    public boolean needsManager() {
        return switch (this) {
            case A, B -> true;
            case C, MICRO -> false;
        };
    }

    /** Reads a name, whatever its case. */
    public static Optional<Tier> named(String typed) {
        String text = typed.strip().toUpperCase(Locale.ROOT);
        return Stream.of(values()).filter(tier -> tier.name().equals(text)).findFirst();
    }
}
