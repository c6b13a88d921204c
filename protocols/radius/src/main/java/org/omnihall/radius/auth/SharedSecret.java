package org.omnihall.radius.auth;

import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.omnihall.octets.Octets;

/** The secret that a client and a server share (RFC 2865 section 3); never printed. */
public final class SharedSecret {

    private final Octets octets;

    private SharedSecret(Octets octets) {
        if (octets.isEmpty()) {
            throw new IllegalArgumentException("a shared secret must not be empty");
        }
        this.octets = octets;
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

    Mac hmacMd5() {
        return Digests.hmacMd5(new SecretKeySpec(octets.toBytes(), "HmacMD5"));
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
