package org.omnihall.eap.tls;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;

/**
 * What the server shows and whom it believes.
 *
 * @param chain our certificate, then what it was issued by
 * @param authorities whose certificates of persons are believed; without any there is no EAP-TLS
 * @param sessions the most sessions that may be resumed, of each method
 * @param life how long a session may be resumed
 */
public record TlsServer(
        List<X509Certificate> chain, PrivateKey key, List<X509Certificate> authorities, int sessions, Duration life) {

    public TlsServer {
        chain = List.copyOf(chain);
        authorities = List.copyOf(authorities);
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("a server shows a certificate");
        }
    }

    /** Without the key. */
    @Override
    public String toString() {
        return chain.getFirst().getSubjectX500Principal().getName();
    }
}
