package org.omnihall.radius.dictionary;

import java.io.Serial;

/** A text that is not a {@link DictionaryFile}; names the line. */
final class MalformedDictionary extends IllegalArgumentException {

    @Serial
    private static final long serialVersionUID = 1;

    MalformedDictionary(String why) {
        super(why);
    }
}
