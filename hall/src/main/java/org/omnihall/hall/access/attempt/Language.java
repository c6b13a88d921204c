package org.omnihall.hall.access.attempt;

import java.util.Locale;
import java.util.Optional;

/** A language that the login pages speak. */
public enum Language {
    ZH(Locale.SIMPLIFIED_CHINESE),
    EN(Locale.ENGLISH);

    private static final int LONGEST_HEADER = 200;

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }

    /** The first of ours that Accept-Language names (RFC 9110 section 12.5.4), in the order written; Chinese where it names neither. */
    public static Language of(Optional<String> acceptLanguage) {
        String header = acceptLanguage.orElse("").toLowerCase(Locale.ROOT);
        String read = header.substring(0, Math.min(header.length(), LONGEST_HEADER));
        for (String range : read.split(",", -1)) {
            String tag = range.strip();
            if (tag.startsWith("zh")) {
                return ZH;
            }
            if (tag.startsWith("en")) {
                return EN;
            }
        }
        return read.isBlank() || read.startsWith("*") ? ZH : EN;
    }

    /** What a switch on the page names: {@code zh} or {@code en}. */
    public static Optional<Language> named(String name) {
        return switch (name) {
            case "zh" -> Optional.of(ZH);
            case "en" -> Optional.of(EN);
            default -> Optional.empty();
        };
    }
}
