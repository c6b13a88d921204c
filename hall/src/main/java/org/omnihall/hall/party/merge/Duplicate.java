package org.omnihall.hall.party.merge;

import java.util.Set;
import org.omnihall.hall.party.CustomerChanged.Thing;

/**
 * Two records that look like one person or company.
 *
 * @param first the one that was known first
 * @param signs why they look so
 */
public record Duplicate(Kind kind, Side first, Side second, Set<Sign> signs) {

    public Duplicate {
        signs = Set.copyOf(signs);
    }

    /** One of the two. */
    public record Side(long id, String name, String areaPath) {}

    /** What is doubled. */
    public enum Kind {
        COMPANY,
        INDIVIDUAL;

        String table() {
            return switch (this) {
                case COMPANY -> "party.company";
                case INDIVIDUAL -> "party.individual";
            };
        }

        Thing thing() {
            return switch (this) {
                case COMPANY -> Thing.COMPANY;
                case INDIVIDUAL -> Thing.INDIVIDUAL;
            };
        }

        String subject(long id) {
            return switch (this) {
                case COMPANY -> "company:" + id;
                case INDIVIDUAL -> "individual:" + id;
            };
        }
    }

    /** Why two records look like one. */
    public enum Sign {
        /** The same certificate. */
        CERTIFICATE,
        /** The same registration code. */
        CODE,
        /** The same name in the same Area, where not both are known by different certificates or codes. */
        NAME_AND_AREA,
        /** The same name, and a number that both can be reached by. */
        NAME_AND_NUMBER
    }
}
