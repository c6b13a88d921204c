package org.omnihall.hall.access.eap;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads certificates and a private key (PKCS #8, not encrypted) from PEM files. */
public final class PemFiles {

    private static final Pattern KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");

    private static final byte[] PROBE = {1};

    private PemFiles() {}

    public static List<X509Certificate> certificates(Path file) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        }
    }

    /** The key that belongs to a public one; another is refused, as it stands there while a renewed pair is written. */
    public static PrivateKey key(Path file, PublicKey belongsTo) throws IOException, GeneralSecurityException {
        Matcher key = KEY.matcher(Files.readString(file));
        if (!key.find()) {
            throw new GeneralSecurityException(file + " holds no PRIVATE KEY");
        }
        byte[] octets = Base64.getMimeDecoder().decode(key.group(1));
        PrivateKey found =
                KeyFactory.getInstance(belongsTo.getAlgorithm()).generatePrivate(new PKCS8EncodedKeySpec(octets));
        if (!belongs(found, belongsTo)) {
            throw new GeneralSecurityException(file + " is the key of another certificate");
        }
        return found;
    }

    private static boolean belongs(PrivateKey key, PublicKey other) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(
                switch (other.getAlgorithm()) {
                    case "RSA" -> "SHA256withRSA";
                    case "EC" -> "SHA256withECDSA";
                    default -> other.getAlgorithm();
                });
        signature.initSign(key);
        signature.update(PROBE);
        byte[] proof = signature.sign();
        signature.initVerify(other);
        signature.update(PROBE);
        return signature.verify(proof);
    }
}
