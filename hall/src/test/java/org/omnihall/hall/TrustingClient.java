package org.omnihall.hall;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.omnihall.hall.node.Home;

/** An HTTP client that trusts the node's own authority, follows no redirect and keeps no cookie. */
public final class TrustingClient {

    private TrustingClient() {}

    public static HttpClient of(Home home) {
        try (InputStream in = Files.newInputStream(home.resolve("tls/ca.pem"))) {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            trusted.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return HttpClient.newBuilder().sslContext(context).build();
        } catch (IOException | GeneralSecurityException broken) {
            throw new IllegalStateException("the node has no authority of its own", broken);
        }
    }
}
