package org.omnihall.hall.messaging;

/** A text that does not exist or has a gap without a word: a bug of the caller, or a text that left with an older version. */
public final class NoSuchText extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    NoSuchText(String why) {
        super(why);
    }
}
