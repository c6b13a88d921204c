package org.omnihall.hall.access.attempt;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.omnihall.octets.Octets;

/** The name of an attempt in its pages' addresses: 16 octets that nobody can guess. Stored is its hash; it stands in no log. */
public record Handle(Octets octets) {

    public static final int LENGTH = 16;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{22}");

    public Handle {
        if (octets.length() != LENGTH) {
            throw new IllegalArgumentException("a handle has 16 octets, not " + octets.length());
        }
    }

    /** Reads the form that stands in addresses. */
    public static Optional<Handle> parse(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Handle(Octets.of(Base64.getUrlDecoder().decode(text))));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** 22 base64url characters. */
    public String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets.toBytes());
    }

    /** SHA-256; enough, because a handle is random. */
    Octets hash() {
        return octets.sha256();
    }

    @Override
    public String toString() {
        return "handle ••••••";
    }
}
