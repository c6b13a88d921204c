package org.omnihall.hall.access.login;

import java.util.Optional;
import org.omnihall.hall.access.attempt.Language;
import org.omnihall.hall.shell.Words;

/**
 * What every login page's template is given.
 *
 * @param css the one style sheet, which stands in the page itself
 * @param path of the handle, such as {@code /l/XXXX}; empty where there is no handle
 * @param operator the operator's name
 * @param say a remark above the form
 * @param refresh seconds until the page turns by itself, and where to; empty for a page that stays
 * @param brand what the owner of the Venue made of the page
 */
public record Sheet(
        Words words,
        Language language,
        String css,
        String path,
        String operator,
        Optional<String> say,
        Optional<Turn> refresh,
        Optional<Brand> brand) {

    /** A page that turns by itself, without JavaScript. */
    public record Turn(long seconds, String to) {
        public String content() {
            return seconds + ";url=" + to;
        }
    }

    public String w(String key, Object... arguments) {
        return words.get("login." + key, arguments);
    }

    Sheet turning(long seconds, String to) {
        return new Sheet(words, language, css, path, operator, say, Optional.of(new Turn(seconds, to)), brand);
    }

    Sheet branded(Brand owners) {
        return new Sheet(words, language, css + owners.css(), path, operator, say, refresh, Optional.of(owners));
    }

    /** The colour that a browser gives its own bars. */
    public String colour() {
        return brand.map(Brand::colour).orElse("#1363df");
    }

    /** The owner's title where he gave one in this language. */
    public String title(String standard) {
        return brand.map(Brand::title).filter(title -> !title.isEmpty()).orElse(standard);
    }
}
