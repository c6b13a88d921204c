package org.omnihall.radius.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;

/** What one side of RadSec shows and whom it believes, as Java's TLS takes it: 1.2 and 1.3, a certificate on both sides. */
public final class TlsPapers {

    private static final List<String> VERSIONS = List.of("TLSv1.3", "TLSv1.2");

    private TlsPapers() {}

    /**
     * A context of its own, without sessions of another.
     *
     * @param chain our certificate, then what it was issued by
     * @param authorities whose certificates of peers are believed, and no others
     */
    public static SSLContext context(List<X509Certificate> chain, PrivateKey key, List<X509Certificate> authorities)
            throws GeneralSecurityException {
        if (chain.isEmpty() || authorities.isEmpty()) {
            throw new GeneralSecurityException("RadSec needs a certificate, and an authority that it believes");
        }
        KeyManagerFactory shown = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        KeyStore own = empty();
        own.setKeyEntry("own", key, new char[0], chain.toArray(Certificate[]::new));
        shown.init(own, new char[0]);
        KeyStore believed = empty();
        for (X509Certificate authority : authorities) {
            believed.setCertificateEntry("authority-" + believed.size(), authority);
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(believed);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(shown.getKeyManagers(), trust.getTrustManagers(), new SecureRandom());
        return context;
    }

    static SSLParameters parameters() {
        SSLParameters parameters = new SSLParameters();
        parameters.setProtocols(VERSIONS.toArray(String[]::new));
        parameters.setNeedClientAuth(true);
        return parameters;
    }

    private static KeyStore empty() throws GeneralSecurityException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            return store;
        } catch (IOException impossible) {
            throw new GeneralSecurityException(impossible);
        }
    }
}
