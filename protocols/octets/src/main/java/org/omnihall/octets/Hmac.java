package org.omnihall.octets;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * HMAC under one key (RFC 2104 section 2), with the two blocks of the key digested beforehand: half the work for a short text, and no look-up of an
 * algorithm each time. Of any thread.
 */
public final class Hmac {

    /** Of MD5 and of SHA-256. */
    private static final int BLOCK = 64;

    private static final int INNER = 0x36;
    private static final int OUTER = 0x5c;

    private final MessageDigest inner;
    private final MessageDigest outer;

    private Hmac(MessageDigest digest, Octets key) {
        byte[] octets = key.length() <= BLOCK ? key.toBytes() : digest.digest(key.toBytes());
        byte[] block = Arrays.copyOf(octets, BLOCK);
        this.inner = begun(digest, block, INNER);
        this.outer = begun(digest, block, OUTER);
    }

    /** Gives 16 octets. */
    public static Hmac md5(Octets key) {
        return new Hmac(digest("MD5"), key);
    }

    /** Gives 32 octets. */
    public static Hmac sha256(Octets key) {
        return new Hmac(digest("SHA-256"), key);
    }

    public Octets of(byte... data) {
        MessageDigest first = copy(inner);
        first.update(data);
        return end(first);
    }

    public Octets of(Octets data) {
        MessageDigest first = copy(inner);
        data.updateTo(first);
        return end(first);
    }

    private Octets end(MessageDigest first) {
        MessageDigest second = copy(outer);
        second.update(first.digest());
        return Octets.owning(second.digest());
    }

    private static MessageDigest begun(MessageDigest digest, byte[] key, int pad) {
        byte[] block = new byte[BLOCK];
        for (int i = 0; i < BLOCK; i++) {
            block[i] = (byte) (key[i] ^ pad);
        }
        MessageDigest begun = copy(digest);
        begun.update(block);
        return begun;
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("this Java has no " + algorithm, missing);
        }
    }

    private static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
