package org.omnihall.hall.access.login;

import java.util.Optional;
import org.omnihall.hall.access.VenueLook;
import org.omnihall.hall.access.attempt.Language;

/**
 * What the owner of a Venue made of its login page, in one language.
 *
 * @param css set after the style sheet of all pages; colours only
 * @param logo the address of the logo; empty for none
 * @param title empty for the standard one
 * @param welcome empty for none
 */
public record Brand(String colour, String css, String logo, String title, String welcome) {

    /** @param logo its address, where the look has one */
    static Brand of(VenueLook look, Language language, Optional<String> logo) {
        return new Brand(
                look.ground(),
                css(look),
                logo.orElse(""),
                look.texts().title(language.locale()),
                look.texts().welcome(language.locale()));
    }

    /** Both colours come from numbers: nothing else gets into the style. */
    private static String css(VenueLook look) {
        String ground = look.ground();
        String ink = look.ink();
        return "header{background:" + ground + ";color:" + ink + "}header svg.waves{opacity:.1}"
                + ".bar a{color:" + ink + ";border-color:" + ink + "}"
                + "button,.button{background:" + ground + ";color:" + ink + "}"
                + "button:active,.button:active{background:" + ground + ";opacity:.88}"
                + ".quiet,.quiet:active{background:transparent;color:var(--ink)}"
                + "input:focus{border-color:" + ground + "}";
    }
}
