package org.omnihall.hall.access.look;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.access.VenueLook;
import org.omnihall.hall.access.VenuePages.Fault;

/** Which looks are kept. */
class LookRulesTest {

    @Test
    void takesWhatIsPlain() {
        assertThat(LookRules.refuses(VenueLook.PLAIN)).isEmpty();
    }

    @Test
    void boundsEachText() {
        assertThat(LookRules.refuses(titled("茶".repeat(30)))).isEmpty();
        assertThat(LookRules.refuses(titled("茶".repeat(31)))).contains(Fault.TEXT);
        assertThat(LookRules.refuses(welcoming("x".repeat(160)))).isEmpty();
        assertThat(LookRules.refuses(welcoming("x".repeat(161)))).contains(Fault.TEXT);
        assertThat(LookRules.refuses(welcoming("a\nb"))).contains(Fault.TEXT);
    }

    @Test
    void wantsColoursThatCanBeRead() {
        assertThat(LookRules.refuses(coloured("#767676", "#ffffff"))).isEmpty();
        assertThat(LookRules.refuses(coloured("#777777", "#ffffff"))).contains(Fault.CONTRAST);
        assertThat(LookRules.refuses(coloured("#767676;}", "#ffffff"))).contains(Fault.COLOUR);
    }

    private static VenueLook titled(String title) {
        return new VenueLook(new VenueLook.Texts(title, "", "", ""), "#000000", "#ffffff", Optional.empty());
    }

    private static VenueLook welcoming(String text) {
        return new VenueLook(new VenueLook.Texts("", "", "", text), "#000000", "#ffffff", Optional.empty());
    }

    private static VenueLook coloured(String ground, String ink) {
        return new VenueLook(new VenueLook.Texts("", "", "", ""), ground, ink, Optional.empty());
    }
}
