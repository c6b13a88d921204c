package org.omnihall.radius.auth;

import java.security.MessageDigest;
import org.omnihall.octets.Hmac;
import org.omnihall.octets.Octets;

/** The secret that a client and a server share (RFC 2865 section 3); never printed. */
public final class SharedSecret {

    private final Octets octets;
    private final Hmac hmac;

    private SharedSecret(Octets octets) {
        if (octets.isEmpty()) {
            throw new IllegalArgumentException("a shared secret must not be empty");
        }
        this.octets = octets;
        this.hmac = Hmac.md5(octets);
    }

    public static SharedSecret of(Octets octets) {
        return new SharedSecret(octets);
    }

    public static SharedSecret of(String text) {
        return of(Octets.ofText(text));
    }

    void updateTo(MessageDigest digest) {
        octets.updateTo(digest);
    }

    /** HMAC-MD5 of the data under the secret: 16 octets. */
    Octets hmacMd5(byte[] data) {
        return hmac.of(data);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SharedSecret that && octets.equalsInConstantTime(that.octets);
    }

    @Override
    public int hashCode() {
        return octets.hashCode();
    }

    @Override
    public String toString() {
        return "<hidden>";
    }
}
