package org.omnihall.eap;

import org.omnihall.octets.Octets;

/**
 * The keys that a method exports (RFC 5247 section 1.2); never printed.
 *
 * @param msk 64 octets, for the access point
 * @param emsk 64 octets, which stay here
 */
public record SessionKeys(Octets msk, Octets emsk) {

    public static final int LENGTH = 64;

    public SessionKeys {
        if (msk.length() != LENGTH || emsk.length() != LENGTH) {
            throw new IllegalArgumentException("keys have 64 octets");
        }
    }

    /** What the access point gets as MS-MPPE-Recv-Key. */
    public Octets receive() {
        return msk.slice(0, LENGTH / 2);
    }

    /** What the access point gets as MS-MPPE-Send-Key. */
    public Octets send() {
        return msk.slice(LENGTH / 2, LENGTH);
    }

    @Override
    public String toString() {
        return "<hidden>";
    }
}
