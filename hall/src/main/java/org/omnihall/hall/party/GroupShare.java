package org.omnihall.hall.party;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a company pays of the charges of one of its members (requirement D12).
 *
 * @param pays the kinds of charges that it pays; the member pays all others himself
 * @param monthlyCap fen of a month at most; nothing where there is no limit
 */
public record GroupShare(Set<ChargeKind> pays, Optional<Long> monthlyCap) {

    /** The kinds of charges. */
    public enum ChargeKind {
        MONTHLY_FEE,
        VOICE,
        DATA,
        MESSAGES,
        WLAN,
        VALUE_ADDED,
        OTHER;

        /** Reads a name, whatever its case. */
        public static Optional<ChargeKind> named(String typed) {
            String text = typed.strip().toUpperCase(Locale.ROOT);
            return Stream.of(values()).filter(kind -> kind.name().equals(text)).findFirst();
        }
    }

    /** The company pays nothing. */
    public static final GroupShare NOTHING = new GroupShare(Set.of(), Optional.empty());

    /** The company pays everything. */
    public static final GroupShare EVERYTHING = new GroupShare(Set.of(ChargeKind.values()), Optional.empty());

    public GroupShare {
        pays = Set.copyOf(pays);
        monthlyCap.filter(cap -> cap < 0).ifPresent(cap -> {
            throw new IllegalArgumentException("a cap below nothing");
        });
    }
}
