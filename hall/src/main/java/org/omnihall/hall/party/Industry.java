package org.omnihall.hall.party;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The sections of the national classification of industries (GB/T 4754-2017). */
public enum Industry {
    AGRICULTURE("A"),
    MINING("B"),
    MANUFACTURING("C"),
    UTILITIES("D"),
    CONSTRUCTION("E"),
    TRADE("F"),
    TRANSPORT("G"),
    HOSPITALITY("H"),
    INFORMATION("I"),
    FINANCE("J"),
    REAL_ESTATE("K"),
    BUSINESS_SERVICES("L"),
    RESEARCH("M"),
    ENVIRONMENT("N"),
    RESIDENT_SERVICES("O"),
    EDUCATION("P"),
    HEALTH("Q"),
    CULTURE("R"),
    GOVERNMENT("S"),
    INTERNATIONAL("T");

    private final String letter;

    Industry(String letter) {
        this.letter = letter;
    }

    /** The letter of the section. */
    public String letter() {
        return letter;
    }

    /** Reads a letter or a name of this list. */
    public static Optional<Industry> named(String typed) {
        String text = typed.strip().toUpperCase(Locale.ROOT);
        return Stream.of(values())
                .filter(industry ->
                        industry.letter.equals(text) || industry.name().equals(text))
                .findFirst();
    }
}
