package org.omnihall.hall.access;

import java.util.List;
import java.util.Optional;
import org.omnihall.octets.Octets;

/**
 * The login pages that owners of Venues make (requirement A14). A place is the id of an SSID at a Venue, as the fulfilment of business Wi-Fi
 * tells it; whose it is, the caller knows. Versions never change, and each that is kept can be shown again: the newest 50, the one that is
 * shown and the one that was shown before.
 */
public interface VenuePages {

    /** The largest file that is taken for a logo, in octets. */
    int LARGEST_LOGO = 512 * 1024;

    /** How many of a place's newest versions are kept. */
    int MOST_VERSIONS = 50;

    /** What became of the wish to keep a look. */
    sealed interface Saved {

        record Done(VenuePage page) implements Saved {}

        record Refused(Fault fault) implements Saved {}
    }

    /** Why a look cannot be kept. */
    enum Fault {
        /** There is no such place. */
        UNKNOWN,
        /** A text is too long, or holds what is no text. */
        TEXT,
        COLOUR,
        /** The text could not be read on the colour. */
        CONTRAST,
        /** The logo is none of the place's. */
        LOGO
    }

    /** What became of a file that is to be a logo. */
    sealed interface Logo {

        /** @param name by which a look calls it */
        record Taken(String name) implements Logo {}

        record Refused(LogoFault fault) implements Logo {}
    }

    /** All versions of a place, the newest first. */
    List<VenuePage> versions(long place);

    /** Keeps a new version; visitors do not see it before it is published. */
    Saved save(long place, VenueLook look, String actor);

    /** Shows a version to visitors, or with nothing the operator's own page; false where there is no such version. */
    boolean publish(long place, Optional<Integer> version, String actor);

    /** Shows again what was shown before the last publishing; false where nothing was ever published. */
    boolean undo(long place, String actor);

    /** Decodes a file, makes it small and keeps it as a picture of our own drawing. */
    Logo takeLogo(long place, Octets file, String actor);

    /** A logo of a place, as PNG. */
    Optional<Octets> logo(long place, String name);

    /** How well one colour is read on another, from 1 to 21 (WCAG 2.2); nothing where one is no colour. */
    Optional<Double> contrast(String ground, String ink);
}
