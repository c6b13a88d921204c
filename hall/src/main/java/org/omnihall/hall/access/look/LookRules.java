package org.omnihall.hall.access.look;

import java.util.Optional;
import java.util.stream.Stream;
import org.omnihall.hall.access.VenueLook;
import org.omnihall.hall.access.VenuePages.Fault;

/** What a look may not be: too long, unreadable, or with what is no text. Pure. */
final class LookRules {

    static final int LONGEST_TITLE = 30;
    static final int LONGEST_WELCOME = 160;

    private LookRules() {}

    static Optional<Fault> refuses(VenueLook look) {
        VenueLook.Texts texts = look.texts();
        boolean titles = Stream.of(texts.titleZh(), texts.titleEn()).allMatch(text -> isText(text, LONGEST_TITLE));
        boolean welcomes =
                Stream.of(texts.welcomeZh(), texts.welcomeEn()).allMatch(text -> isText(text, LONGEST_WELCOME));
        if (!titles || !welcomes) {
            return Optional.of(Fault.TEXT);
        }
        Optional<Double> contrast = Contrast.of(look.ground(), look.ink());
        if (contrast.isEmpty()) {
            return Optional.of(Fault.COLOUR);
        }
        return contrast.get() < Contrast.READABLE ? Optional.of(Fault.CONTRAST) : Optional.empty();
    }

    private static boolean isText(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest && text.chars().noneMatch(Character::isISOControl);
    }
}
