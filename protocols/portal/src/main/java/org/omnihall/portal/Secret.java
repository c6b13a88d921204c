package org.omnihall.portal;

import org.omnihall.octets.Octets;

/** What a device and its servers share; never printed. */
public record Secret(Octets octets) {

    /** For a device whose dialect has no authenticator. */
    public static final Secret NONE = new Secret(Octets.EMPTY);

    public static Secret of(String text) {
        return new Secret(Octets.ofText(text));
    }

    @Override
    public String toString() {
        return "Secret[••••••]";
    }
}
