package org.omnihall.radius.auth;

import java.security.MessageDigest;
import org.omnihall.octets.Octets;

/**
 * HMAC-MD5 under one key (RFC 2104 section 2), with the two blocks of the key digested beforehand: half the work for a short text, and no look-up
 * of an algorithm a packet.
 */
final class HmacMd5 {

    private static final int BLOCK = 64;
    private static final int INNER = 0x36;
    private static final int OUTER = 0x5c;

    private final MessageDigest inner;
    private final MessageDigest outer;

    private HmacMd5(byte[] key) {
        this.inner = begun(key, INNER);
        this.outer = begun(key, OUTER);
    }

    static HmacMd5 of(Octets key) {
        if (key.length() <= BLOCK) {
            return new HmacMd5(key.toBytes());
        }
        MessageDigest md5 = Digests.md5();
        key.updateTo(md5);
        return new HmacMd5(md5.digest());
    }

    private static MessageDigest begun(byte[] key, int pad) {
        byte[] block = new byte[BLOCK];
        for (int i = 0; i < BLOCK; i++) {
            block[i] = (byte) ((i < key.length ? key[i] : 0) ^ pad);
        }
        MessageDigest md5 = Digests.md5();
        md5.update(block);
        return md5;
    }

    Octets of(byte[] data) {
        MessageDigest first = Digests.copy(inner);
        MessageDigest second = Digests.copy(outer);
        second.update(first.digest(data));
        return Octets.of(second.digest());
    }
}
