package org.omnihall.hall.insight.pyramid;

import java.util.Locale;
import java.util.Optional;

/**
 * One tier of the pyramid.
 *
 * @param place 1 is the top
 * @param border as its {@link Cut} means it; nothing for the lowest, which takes everybody else
 */
public record PyramidTier(int place, String zh, String en, BaseClass of, Optional<Long> border) {

    public String name(Locale language) {
        return language.getLanguage().equals("zh") ? zh : en;
    }

    /** In both languages, where it stands for readers of either. */
    public String label() {
        return zh.equals(en) ? zh : zh + " " + en;
    }
}
