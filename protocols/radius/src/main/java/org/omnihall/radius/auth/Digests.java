package org.omnihall.radius.auth;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.omnihall.octets.Octets;

/** The JDK's algorithms, which every JDK has, so that their absence is not the callers' matter. */
final class Digests {

    private Digests() {}

    static MessageDigest md5() {
        return named("MD5");
    }

    static MessageDigest sha1() {
        return named("SHA-1");
    }

    private static MessageDigest named(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Mac hmacMd5(SecretKeySpec key) {
        try {
            Mac mac = Mac.getInstance("HmacMD5");
            mac.init(key);
            return mac;
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
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
