package org.omnihall.hall.messaging;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.omnihall.hall.shell.Languages;
import org.springframework.stereotype.Component;

/** The texts of short messages, kept as words under {@code messaging.sms.TEMPLATE} with gaps like <code>{code}</code>. */
@Component
class MessageTexts {

    private static final Pattern GAP = Pattern.compile("\\{([a-zA-Z]+)}");

    private final Languages languages;

    MessageTexts(Languages languages) {
        this.languages = languages;
    }

    /**
     * The text that a phone shows.
     *
     * @throws IllegalArgumentException for a template that does not exist or a gap without a word: a bug of the caller
     */
    String fill(String template, Map<String, String> words, Locale locale) {
        String text = languages.in(locale).get("messaging.sms." + template);
        return GAP.matcher(text).replaceAll(gap -> {
            String word = words.get(gap.group(1));
            if (word == null) {
                throw new IllegalArgumentException("template " + template + " needs a word for " + gap.group(1));
            }
            return Matcher.quoteReplacement(word);
        });
    }
}
