package org.omnihall.hall.party;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An organisation that is our customer (SID Organization).
 *
 * @param id lasting; other modules keep it
 * @param tier exactly one at any time
 * @param manager the login of its account manager: its own, or else its grid's
 */
public record Company(long id, Facts facts, Tier tier, Optional<String> manager) {

    /**
     * What is entered of it.
     *
     * @param name the trading name
     * @param areaPath the Area it belongs to, such as {@code /zj/hz/}
     * @param parent the company it is a part of
     * @param grid the grid that it lies in
     */
    public record Facts(
            String name,
            String areaPath,
            Optional<RegistrationCode> code,
            Optional<Industry> industry,
            Optional<Size> size,
            Optional<Long> parent,
            Optional<Long> grid) {

        /** A company of which only name and Area are known. */
        public static Facts of(String name, String areaPath) {
            return new Facts(
                    name,
                    areaPath,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        public Facts withCode(RegistrationCode known) {
            return new Facts(name, areaPath, Optional.of(known), industry, size, parent, grid);
        }

        public Facts withParent(Optional<Long> above) {
            return new Facts(name, areaPath, code, industry, size, above, grid);
        }

        public Facts withGrid(Optional<Long> inside) {
            return new Facts(name, areaPath, code, industry, size, parent, inside);
        }
    }

    /** The official sizes of companies. */
    public enum Size {
        LARGE,
        MEDIUM,
        SMALL,
        MICRO;

        /** Reads a name, whatever its case. */
        public static Optional<Size> named(String typed) {
            String text = typed.strip().toUpperCase(Locale.ROOT);
            return Stream.of(values()).filter(size -> size.name().equals(text)).findFirst();
        }
    }

    public String name() {
        return facts.name();
    }

    public String areaPath() {
        return facts.areaPath();
    }
}
