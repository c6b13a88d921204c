package org.omnihall.hall.catalogue;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.omnihall.hall.party.Msisdn;

/**
 * Something that has to be said when an offering is ordered, such as the name of a venue or an SSID.
 *
 * @param code letters and digits, such as {@code venueName}
 * @param choices what can be chosen; empty for other types
 */
public record Characteristic(
        String code, String name, String englishName, Type type, boolean required, List<String> choices) {

    private static final int LONGEST = 200;

    /** What the answer must be. */
    public enum Type {
        TEXT,
        /** A whole number, 0 or more. */
        NUMBER,
        /** {@code true} or {@code false}. */
        YES_NO,
        /** Such as 2027-01-31. */
        DATE,
        /** A customer's number. */
        MSISDN,
        CHOICE
    }

    /** What is wrong with an answer; the words are {@code catalogue.answer.NAME}. */
    public enum Fault {
        MISSING,
        TOO_LONG,
        NOT_OF_TYPE,
        NOT_A_CHOICE,
        /** Nobody asked this. */
        NOT_ASKED
    }

    public Characteristic {
        choices = List.copyOf(choices);
    }

    /** Whether it can be asked: code and name are in their form, and there are choices where one is to be made, and only there. */
    boolean isSound() {
        boolean named = !name.isBlank() && name.length() <= 60 && englishName.length() <= 60;
        boolean chosen = (type == Type.CHOICE) == !choices.isEmpty()
                && choices.stream().noneMatch(one -> one.isBlank() || one.length() > 60 || one.contains("/"));
        boolean plain = (name + englishName + String.join("", choices)).chars().noneMatch(Characteristic::isReserved);
        return code.matches("[a-z][A-Za-z0-9]{0,39}") && named && chosen && plain;
    }

    /** What cannot stand in a file of offerings. */
    private static boolean isReserved(int letter) {
        return letter == ':' || letter == '|' || Character.isISOControl(letter);
    }

    public String name(Locale language) {
        return language.getLanguage().equals("en") && !englishName.isEmpty() ? englishName : name;
    }

    /** What is wrong with this answer; an empty text is no answer. */
    public Optional<Fault> fault(String answer) {
        if (answer.isBlank()) {
            return required ? Optional.of(Fault.MISSING) : Optional.empty();
        }
        if (answer.length() > LONGEST) {
            return Optional.of(Fault.TOO_LONG);
        }
        return fits(answer)
                ? Optional.empty()
                : Optional.of(type == Type.CHOICE ? Fault.NOT_A_CHOICE : Fault.NOT_OF_TYPE);
    }

    private boolean fits(String answer) {
        return switch (type) {
            case TEXT -> answer.chars().noneMatch(Character::isISOControl);
            case NUMBER -> answer.matches("\\d{1,15}");
            case YES_NO -> answer.equals("true") || answer.equals("false");
            case DATE -> isDate(answer);
            case MSISDN -> Msisdn.parse(answer).isPresent();
            case CHOICE -> choices.contains(answer);
        };
    }

    private static boolean isDate(String answer) {
        try {
            return LocalDate.parse(answer).getYear() > 1900;
        } catch (DateTimeException none) {
            return false;
        }
    }
}
