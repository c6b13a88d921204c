package org.omnihall.hall.shell;

import java.io.Serializable;
import java.util.List;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A message shown once, on the page that follows a change.
 *
 * @param wordKey its text
 */
public record Flash(Tone tone, String wordKey, List<String> arguments) implements Serializable {

    /** How it is meant. */
    public enum Tone {
        GOOD,
        BAD
    }

    static final String ATTRIBUTE = "flash";

    public Flash {
        arguments = List.copyOf(arguments);
    }

    /** Says that a change was made. */
    public static void good(RedirectAttributes next, String wordKey, Object... arguments) {
        put(next, Tone.GOOD, wordKey, arguments);
    }

    /** Says why a change was not made. */
    public static void bad(RedirectAttributes next, String wordKey, Object... arguments) {
        put(next, Tone.BAD, wordKey, arguments);
    }

    private static void put(RedirectAttributes next, Tone tone, String wordKey, Object... arguments) {
        next.addFlashAttribute(
                ATTRIBUTE,
                new Flash(
                        tone,
                        wordKey,
                        List.of(arguments).stream().map(Object::toString).toList()));
    }
}
