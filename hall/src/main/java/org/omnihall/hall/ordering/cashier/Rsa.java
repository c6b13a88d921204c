package org.omnihall.hall.ordering.cashier;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** Signatures by RSA with SHA-256 (PKCS #1 version 1.5): Alipay calls them RSA2, WeChat Pay SHA256-RSA2048. */
final class Rsa {

    private static final String ALGORITHM = "SHA256withRSA";
    private static final String CERTIFICATE = "-----BEGIN CERTIFICATE-----";

    private Rsa() {}

    /** In base 64. */
    static String sign(String key, String text) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(privateKey(key));
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("the key of a cashier cannot sign", broken);
        }
    }

    /** Whether the signature, in base 64, is of this text and by this key's owner. */
    static boolean verifies(String key, String text, String signature) {
        try {
            byte[] octets = Base64.getDecoder().decode(signature);
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(publicKey(key));
            check.update(text.getBytes(StandardCharsets.UTF_8));
            return check.verify(octets);
        } catch (IllegalArgumentException | GeneralSecurityException unreadable) {
            return false;
        }
    }

    /** Whether both can be read as what they are said to be. */
    static boolean isPrivateKey(String key) {
        try {
            return !privateKey(key).getFormat().isEmpty();
        } catch (GeneralSecurityException unreadable) {
            return false;
        }
    }

    static boolean isPublicKey(String key) {
        try {
            return !publicKey(key).getFormat().isEmpty();
        } catch (GeneralSecurityException unreadable) {
            return false;
        }
    }

    /** PKCS #8, in PEM or its bare base 64. */
    private static PrivateKey privateKey(String key) throws GeneralSecurityException {
        return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(octets(key)));
    }

    /** A public key or the certificate that holds one, in PEM, or the key's bare base 64. */
    private static PublicKey publicKey(String key) throws GeneralSecurityException {
        if (key.contains(CERTIFICATE)) {
            return CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(key.getBytes(StandardCharsets.US_ASCII)))
                    .getPublicKey();
        }
        return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(octets(key)));
    }

    private static byte[] octets(String key) throws InvalidKeyException {
        try {
            return Base64.getDecoder().decode(key.replaceAll("-----[A-Z ]+-----|\\s", ""));
        } catch (IllegalArgumentException unreadable) {
            throw new InvalidKeyException(unreadable);
        }
    }
}
