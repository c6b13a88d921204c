package org.omnihall.hall.access;

import java.util.Locale;
import java.util.Optional;
import org.omnihall.octets.Octets;

/** Draws a login page as visitors would see it, for the one who makes it. */
public interface PagePreviews {

    /**
     * A page that was drawn.
     *
     * @param policy what a browser may load for it
     */
    record Preview(Octets html, String policy) {}

    /** @param logo the look's logo as PNG */
    Preview draw(VenueLook look, String venue, Optional<Octets> logo, Locale language);
}
