package org.omnihall.radius.auth;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import org.omnihall.octets.Octets;
import org.omnihall.radius.AttributeTypes;
import org.omnihall.radius.MalformedPacket;
import org.omnihall.radius.Packet;

/** The User-Password attribute: the password XOR a chain of MD5 over secret and authenticator (RFC 2865 section 5.2). */
public final class UserPassword {

    /** The most octets that a password can have. */
    public static final int MAX_LENGTH = 128;

    private static final int BLOCK = 16;

    private UserPassword() {}

    /** The value that hides a password; throws {@link IllegalArgumentException} above 128 octets. */
    public static Octets hide(Octets password, Octets authenticator, SharedSecret secret) {
        if (password.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("password must be at most 128 octets");
        }
        int blocks = Math.max(1, (password.length() + BLOCK - 1) / BLOCK);
        byte[] value = Arrays.copyOf(password.toBytes(), blocks * BLOCK);
        Octets previous = authenticator;
        for (int from = 0; from < value.length; from += BLOCK) {
            mask(value, from, previous, secret);
            previous = Octets.of(value, from, BLOCK);
        }
        return Octets.of(value);
    }

    /** The password in an Access-Request, without its padding; nothing when there is no User-Password. */
    public static Optional<Octets> in(Packet request, SharedSecret secret) {
        return request.first(AttributeTypes.USER_PASSWORD)
                .map(hidden -> reveal(hidden, request.authenticator(), secret));
    }

    /** The password behind a value; a wrong secret gives a wrong password, not an error. */
    public static Octets reveal(Octets hidden, Octets authenticator, SharedSecret secret) {
        if (hidden.isEmpty() || hidden.length() > MAX_LENGTH || hidden.length() % BLOCK != 0) {
            throw new MalformedPacket(MalformedPacket.Fault.BAD_VALUE);
        }
        byte[] value = hidden.toBytes();
        Octets previous = authenticator;
        for (int from = 0; from < value.length; from += BLOCK) {
            mask(value, from, previous, secret);
            previous = hidden.slice(from, from + BLOCK);
        }
        return withoutPadding(Octets.of(value));
    }

    /** The password without the zeros that fill it up. */
    public static Octets withoutPadding(Octets padded) {
        int length = padded.length();
        while (length > 0 && padded.at(length - 1) == 0) {
            length--;
        }
        return padded.slice(0, length);
    }

    private static void mask(byte[] value, int from, Octets previous, SharedSecret secret) {
        MessageDigest md5 = Digests.md5();
        secret.updateTo(md5);
        previous.updateTo(md5);
        byte[] key = md5.digest();
        for (int i = 0; i < BLOCK; i++) {
            value[from + i] ^= key[i];
        }
    }
}
