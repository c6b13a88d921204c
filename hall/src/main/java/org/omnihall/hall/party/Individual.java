package org.omnihall.hall.party;

import java.util.List;
import java.util.Optional;

/**
 * A person (SID Individual). The certificate's number is not here: {@link Individuals#certificateOf} gives it, under audit.
 *
 * @param id lasting; other modules keep it
 * @param areaPath the Area he belongs to
 * @param certificate what everybody may see of his certificate
 */
public record Individual(
        long id,
        String familyName,
        String givenName,
        String areaPath,
        Optional<Certificate.Hint> certificate,
        List<Msisdn> contacts) {

    public Individual {
        contacts = List.copyOf(contacts);
    }

    /**
     * What is entered of a person.
     *
     * @param certificate nothing leaves the known one as it is
     * @param contacts numbers by which he can be reached, five at most
     */
    public record Draft(PersonName name, String areaPath, Optional<Certificate> certificate, List<Msisdn> contacts) {

        public Draft {
            contacts = List.copyOf(contacts);
        }

        public static Draft of(String name, String areaPath) {
            return new Draft(PersonName.of(name), areaPath, Optional.empty(), List.of());
        }

        public Draft with(Certificate known) {
            return new Draft(name, areaPath, Optional.of(known), contacts);
        }
    }

    /** The whole name in the order of its language. */
    public String name() {
        return new PersonName(familyName, givenName).whole();
    }

    /** The first letter of the name, for screens where the whole is not asked for. */
    public String maskedName() {
        String whole = name();
        return whole.isEmpty() ? "" : whole.substring(0, whole.offsetByCodePoints(0, 1)) + "**";
    }
}
