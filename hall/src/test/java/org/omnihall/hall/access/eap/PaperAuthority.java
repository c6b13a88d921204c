package org.omnihall.hall.access.eap;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An authority whose certificates tests are made of; its own and theirs lie in a folder as PEM files. */
public final class PaperAuthority {

    private static final Duration DAY = Duration.ofDays(1);
    private static final AtomicLong SERIAL = new AtomicLong(1_000);

    private final Path folder;
    private final X500Name name;
    private final KeyPair keys;
    private final Instant now;

    /** A certificate and its key. */
    public record Pair(Path certificate, Path key) {}

    private PaperAuthority(Path folder, String name, Instant now) throws GeneralSecurityException {
        this.folder = folder;
        this.name = new X500Name("CN=" + name);
        this.keys = pair();
        this.now = now;
    }

    public static PaperAuthority of(Path folder, String name, Instant now)
            throws IOException, GeneralSecurityException {
        PaperAuthority authority = new PaperAuthority(folder, name, now);
        X509v3CertificateBuilder own = authority.builder(authority.name, authority.keys, now.plus(DAY));
        try {
            own.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            Files.writeString(authority.certificate(), pem("CERTIFICATE", sign(own, authority.keys.getPrivate())));
        } catch (OperatorCreationException unusable) {
            throw new GeneralSecurityException(unusable);
        }
        return authority;
    }

    /** The file with the authority's own certificate. */
    public Path certificate() {
        return folder.resolve(name.toString().substring("CN=".length()) + ".pem");
    }

    /** A certificate with the name as common name and as mail address, valid for a day. */
    public Pair issue(String holder) throws IOException, GeneralSecurityException {
        return issue(holder, now.plus(DAY));
    }

    /** One that was valid until yesterday. */
    public Pair issueExpired(String holder) throws IOException, GeneralSecurityException {
        return issue(holder, now.minus(DAY));
    }

    private Pair issue(String holder, Instant until) throws IOException, GeneralSecurityException {
        KeyPair own = pair();
        X509v3CertificateBuilder builder = builder(new X500Name("CN=" + holder), own, until);
        String file = holder + "-" + SERIAL.incrementAndGet();
        Pair pair = new Pair(folder.resolve(file + ".pem"), folder.resolve(file + ".key"));
        try {
            builder.addExtension(
                    Extension.subjectAlternativeName,
                    false,
                    new GeneralNames(new GeneralName(GeneralName.rfc822Name, holder)));
            Files.writeString(
                    pair.certificate(),
                    pem("CERTIFICATE", sign(builder, keys.getPrivate())) + Files.readString(certificate()));
        } catch (OperatorCreationException unusable) {
            throw new GeneralSecurityException(unusable);
        }
        Files.writeString(pair.key(), pem("PRIVATE KEY", own.getPrivate().getEncoded()));
        return pair;
    }

    private X509v3CertificateBuilder builder(X500Name subject, KeyPair own, Instant until) {
        return new JcaX509v3CertificateBuilder(
                name,
                BigInteger.valueOf(SERIAL.incrementAndGet()),
                Date.from(now.minus(DAY.multipliedBy(2))),
                Date.from(until),
                subject,
                own.getPublic());
    }

    private static byte[] sign(X509v3CertificateBuilder builder, PrivateKey key)
            throws GeneralSecurityException, OperatorCreationException {
        X509Certificate certificate = new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(key)));
        return certificate.getEncoded();
    }

    /** RSA, whose certificates are long enough for several fragments. */
    private static KeyPair pair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair();
    }

    private static String pem(String kind, byte[] encoded) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
        return "-----BEGIN " + kind + "-----\n" + lines + "\n-----END " + kind + "-----\n";
    }
}
