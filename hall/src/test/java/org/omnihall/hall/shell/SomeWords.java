package org.omnihall.hall.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;

/** The words of the hall, for tests without one. */
public final class SomeWords {

    private SomeWords() {}

    public static Words english() {
        try {
            return new Languages().in(Locale.ENGLISH);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
