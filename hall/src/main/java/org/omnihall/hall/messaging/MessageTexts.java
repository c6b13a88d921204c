package org.omnihall.hall.messaging;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
     * @throws NoSuchText for a template that does not exist or a gap without a word: a bug of the caller
     */
    String fill(String template, Map<String, String> words, Locale locale) {
        String text = text(template, locale).orElseThrow(() -> new NoSuchText("there is no template " + template));
        return GAP.matcher(text).replaceAll(gap -> {
            String word = words.get(gap.group(1));
            if (word == null) {
                throw new NoSuchText("template " + template + " needs a word for " + gap.group(1));
            }
            return Matcher.quoteReplacement(word);
        });
    }

    /** The text with {@code ••••••} in every gap; the template's name where it is there no more. */
    String masked(String template, Locale locale) {
        return text(template, locale)
                .map(text -> GAP.matcher(text).replaceAll("••••••"))
                .orElse(template);
    }

    private Optional<String> text(String template, Locale locale) {
        return languages.in(locale).find("messaging.sms." + template);
    }
}
