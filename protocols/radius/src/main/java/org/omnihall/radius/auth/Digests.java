package org.omnihall.radius.auth;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.omnihall.octets.Octets;

/** The JDK's algorithms, which every JDK has, so that their absence is not the callers' matter. */
final class Digests {

    private static final MessageDigest MD5 = named("MD5");
    private static final MessageDigest SHA_1 = named("SHA-1");

    private Digests() {}

    /** A fresh one. A copy of a kept one costs a tenth of a look-up among the providers, which every packet would pay twice. */
    static MessageDigest md5() {
        return copy(MD5);
    }

    static MessageDigest sha1() {
        return copy(SHA_1);
    }

    static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static MessageDigest named(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** One block of DES under a key of eight octets whose parity bits are ignored. */
    static Octets des(Octets key, Octets block) {
        try {
            Cipher des = Cipher.getInstance("DES/ECB/NoPadding");
            des.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key.toBytes(), "DES"));
            return Octets.of(des.doFinal(block.toBytes()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
