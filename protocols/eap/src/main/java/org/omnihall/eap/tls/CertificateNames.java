package org.omnihall.eap.tls;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/** The names in a certificate by which a person may be known: mail addresses and domain names of the alternative names, then common names. */
final class CertificateNames {

    private static final int MAIL = 1;
    private static final int DOMAIN = 2;

    private CertificateNames() {}

    static List<String> of(X509Certificate certificate) {
        List<String> names = new ArrayList<>();
        try {
            Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
            for (List<?> alternative : alternatives == null ? List.<List<?>>of() : alternatives) {
                if ((Integer.valueOf(MAIL).equals(alternative.get(0))
                                || Integer.valueOf(DOMAIN).equals(alternative.get(0)))
                        && alternative.get(1) instanceof String name) {
                    names.add(name);
                }
            }
            List<Rdn> parts = new LdapName(certificate.getSubjectX500Principal().getName()).getRdns();
            for (Rdn part : parts.reversed()) {
                if (part.getType().equalsIgnoreCase("CN") && part.getValue() instanceof String name) {
                    names.add(name);
                }
            }
            return names;
        } catch (CertificateParsingException | InvalidNameException unreadable) {
            return List.of();
        }
    }
}
