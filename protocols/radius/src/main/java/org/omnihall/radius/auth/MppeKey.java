package org.omnihall.radius.auth;

import java.security.MessageDigest;
import java.util.Arrays;
import org.omnihall.octets.Octets;
import org.omnihall.radius.AttributeType;
import org.omnihall.radius.MalformedPacket;

/** A key for the access point, hidden from everybody between it and the server (RFC 2548 section 2.4.2). */
public final class MppeKey {

    /** MS-MPPE-Send-Key. */
    public static final AttributeType SEND = AttributeType.vendor(MsChapV2.MICROSOFT, 16);

    /** MS-MPPE-Recv-Key. */
    public static final AttributeType RECEIVE = AttributeType.vendor(MsChapV2.MICROSOFT, 17);

    /** The most octets that a key can have. */
    public static final int MAX_LENGTH = 223;

    private static final int BLOCK = 16;
    private static final int SALT = 2;
    private static final int FIRST_BIT = 0x80;

    private MppeKey() {}

    /**
     * The value that hides a key.
     *
     * @param salt two octets, other ones for each key of a packet; their first bit is set here
     * @param authenticator of the request
     */
    public static Octets hide(Octets key, Octets salt, Octets authenticator, SharedSecret secret) {
        if (key.length() > MAX_LENGTH || salt.length() != SALT) {
            throw new IllegalArgumentException("a key has at most " + MAX_LENGTH + " octets, its salt two");
        }
        Octets marked = Octets.of((byte) (salt.at(0) | FIRST_BIT), (byte) salt.at(1));
        int blocks = (1 + key.length() + BLOCK - 1) / BLOCK;
        Octets plain =
                Octets.of(Arrays.copyOf(Octets.of((byte) key.length()).plus(key).toBytes(), blocks * BLOCK));
        Octets hidden = Octets.EMPTY;
        Octets previous = authenticator.plus(marked);
        for (int from = 0; from < plain.length(); from += BLOCK) {
            previous = mask(plain.slice(from, from + BLOCK), previous, secret);
            hidden = hidden.plus(previous);
        }
        return marked.plus(hidden);
    }

    /** The key behind a value; a wrong secret gives a wrong key or {@link MalformedPacket}. */
    public static Octets reveal(Octets value, Octets authenticator, SharedSecret secret) {
        if (value.length() < SALT + BLOCK || (value.length() - SALT) % BLOCK != 0) {
            throw new MalformedPacket(MalformedPacket.Fault.BAD_VALUE);
        }
        Octets plain = Octets.EMPTY;
        Octets previous = authenticator.plus(value.slice(0, SALT));
        for (int from = SALT; from < value.length(); from += BLOCK) {
            Octets block = value.slice(from, from + BLOCK);
            plain = plain.plus(mask(block, previous, secret));
            previous = block;
        }
        if (plain.at(0) >= plain.length()) {
            throw new MalformedPacket(MalformedPacket.Fault.BAD_VALUE);
        }
        return plain.slice(1, 1 + plain.at(0));
    }

    private static Octets mask(Octets block, Octets previous, SharedSecret secret) {
        MessageDigest md5 = Digests.md5();
        secret.updateTo(md5);
        previous.updateTo(md5);
        byte[] key = md5.digest();
        byte[] masked = block.toBytes();
        for (int i = 0; i < BLOCK; i++) {
            masked[i] ^= key[i];
        }
        return Octets.of(masked);
    }
}
