package org.omnihall.hall.access.network;

/**
 * Why a change was refused.
 *
 * @param field of the {@link Draft} that is wrong
 * @param detail what would be right, or what stands in the way; never a secret
 */
public record Problem(String field, Fault fault, String detail) {

    /** The kinds of wrong; the words are {@code network.fault.NAME}. */
    public enum Fault {
        EMPTY("must be given"),
        TOO_LONG("is too long, at most"),
        TOO_SHORT("is too short, at least"),
        MALFORMED("cannot be read, expected"),
        OUT_OF_BOUNDS("is out of bounds, allowed"),
        UNKNOWN("is not known:"),
        TAKEN("is already taken by"),
        IN_USE("is still used by"),
        CONFLICT("does not agree with");

        private final String english;

        Fault(String english) {
            this.english = english;
        }
    }

    /** The key of the fault's words; they take the detail as their argument. */
    public String wordKey() {
        return "network.fault." + fault.name();
    }

    /** In English, for commands and error files. */
    @Override
    public String toString() {
        return (field + " " + fault.english + " " + detail).strip();
    }
}
