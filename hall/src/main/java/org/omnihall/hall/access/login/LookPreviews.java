package org.omnihall.hall.access.login;

import gg.jte.output.Utf8ByteOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.access.PagePreviews;
import org.omnihall.hall.access.VenueLook;
import org.omnihall.hall.access.attempt.Language;
import org.omnihall.octets.Octets;
import org.springframework.stereotype.Component;

/** Draws the first login page by the very template that phones see; its logo stands in the page, for it may load nothing. */
@Component
class LookPreviews implements PagePreviews {

    private final LoginPages pages;

    LookPreviews(LoginPages pages) {
        this.pages = pages;
    }

    @Override
    public Preview draw(VenueLook look, String venue, Optional<Octets> logo, Locale language) {
        Language spoken = Language.named(language.getLanguage()).orElse(Language.ZH);
        Optional<String> address =
                logo.map(png -> "data:image/png;base64," + Base64.getEncoder().encodeToString(png.toBytes()));
        Sheet sheet = pages.sheet(spoken, "", Optional.empty()).branded(Brand.of(look, spoken, address));
        Utf8ByteOutput page = pages.drawn(
                "number", sheet, Map.of("typed", "", "picture", "", "venue", venue, "consent", "1", "focused", false));
        return new Preview(octets(page), pages.previewPolicy(sheet.css()));
    }

    private static Octets octets(Utf8ByteOutput page) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            page.writeTo(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Octets.of(out.toByteArray());
    }
}
