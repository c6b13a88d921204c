package org.omnihall.hall.node;

import java.nio.file.Path;
import java.util.Optional;
import org.omnihall.hall.node.tls.CertificateFiles;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The operator's certificate. Without one, the node makes an authority of its own, which browsers do not know. A misspelt key stops the
 * start-up.
 *
 * @param certificate PEM: the server's certificate, then the chain
 * @param key PEM: its private key
 */
@ConfigurationProperties(prefix = "omnihall.tls", ignoreUnknownFields = false)
record TlsSettings(Optional<Path> certificate, Optional<Path> key) {

    TlsSettings {
        if (certificate.isPresent() != key.isPresent()) {
            throw new IllegalArgumentException("omnihall.tls.certificate and omnihall.tls.key go together");
        }
    }

    Optional<CertificateFiles> files() {
        return certificate.flatMap(pem -> key.map(secret -> new CertificateFiles(pem, secret)));
    }
}
