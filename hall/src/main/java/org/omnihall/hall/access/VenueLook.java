package org.omnihall.hall.access;

import java.util.Locale;
import java.util.Optional;

/**
 * What the owner of a Venue makes of its login page (requirement A14). Where the phone's number and its code are asked for, and what people
 * agree to, stay the operator's.
 *
 * @param ground the colour of the head and the buttons, such as {@code #0b6b5d}
 * @param ink the colour of the text on it
 * @param logo the name of a stored logo; nothing for none
 */
public record VenueLook(Texts texts, String ground, String ink, Optional<String> logo) {

    /** What is new is begun with: the operator's colours, and no text. */
    public static final VenueLook PLAIN =
            new VenueLook(new Texts("", "", "", ""), "#1363df", "#ffffff", Optional.empty());

    /** Texts in both languages; an empty one is the operator's, or for English, none. */
    public record Texts(String titleZh, String titleEn, String welcomeZh, String welcomeEn) {

        public String title(Locale language) {
            return isEnglish(language) ? titleEn : titleZh;
        }

        public String welcome(Locale language) {
            return isEnglish(language) ? welcomeEn : welcomeZh;
        }

        private static boolean isEnglish(Locale language) {
            return language.getLanguage().equals("en");
        }
    }

    public VenueLook with(Optional<String> other) {
        return new VenueLook(texts, ground, ink, other);
    }
}
