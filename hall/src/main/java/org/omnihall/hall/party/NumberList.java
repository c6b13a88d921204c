package org.omnihall.hall.party;

import java.util.Locale;
import java.util.Optional;

/** Which list a single number stands on. */
public enum NumberList {
    /** Served whatever the number plan says, such as a test phone or a guest of the operator. */
    ALLOW,
    /** Never served. */
    DENY;

    /** Reads what tables write: the name in any case, or in Chinese. */
    public static Optional<NumberList> named(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "allow", "白名单" -> Optional.of(ALLOW);
            case "deny", "黑名单" -> Optional.of(DENY);
            default -> Optional.empty();
        };
    }
}
