package org.omnihall.radius.tls;

import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import org.omnihall.octets.Octets;

/**
 * Who a peer's certificate says he is; its chain was verified before.
 *
 * @param names in lower case: its DNS names, or the common name where it has none (RFC 6125 section 6.4.4)
 * @param fingerprint SHA-256 of the certificate in hex
 */
public record PeerCertificate(Set<String> names, String fingerprint) {

    private static final int DNS_NAME = 2;
    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{64}");

    public PeerCertificate {
        names = Set.copyOf(names);
    }

    /** Reads a certificate; one whose names cannot be read has none. */
    public static PeerCertificate of(X509Certificate certificate) {
        try {
            String print = HexFormat.of()
                    .formatHex(Octets.of(certificate.getEncoded()).sha256().toBytes());
            return new PeerCertificate(names(certificate), print);
        } catch (CertificateEncodingException impossible) {
            throw new IllegalArgumentException("a certificate that has no octets", impossible);
        }
    }

    private static Set<String> names(X509Certificate certificate) {
        try {
            Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
            Set<String> names = alternatives == null
                    ? Set.of()
                    : alternatives.stream()
                            .filter(name -> name.getFirst().equals(DNS_NAME))
                            .map(name -> lower(String.valueOf(name.get(1))))
                            .collect(Collectors.toCollection(LinkedHashSet::new));
            return names.isEmpty() ? commonNames(certificate) : names;
        } catch (CertificateParsingException | InvalidNameException unreadable) {
            return Set.of();
        }
    }

    private static Set<String> commonNames(X509Certificate certificate) throws InvalidNameException {
        return new LdapName(certificate.getSubjectX500Principal().getName())
                .getRdns().stream()
                        .filter(part -> part.getType().equalsIgnoreCase("CN"))
                        .map(part -> lower(String.valueOf(part.getValue())))
                        .collect(Collectors.toSet());
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** Whether this is the one who is known by the mark: its fingerprint where the mark is one, whatever it calls itself, else one of its names. */
    public boolean isKnownBy(String mark) {
        String wanted = lower(mark);
        String print = wanted.replace(":", "");
        return isFingerprint(print) ? fingerprint.equals(print) : names.contains(wanted);
    }

    /** Whether a mark can be a fingerprint only: names are chosen by whoever asks for a certificate. */
    public static boolean isFingerprint(String mark) {
        return FINGERPRINT.matcher(mark).matches();
    }

    /** For a log. */
    @Override
    public String toString() {
        return String.join(",", names.stream().sorted().toList()) + " " + fingerprint;
    }
}
