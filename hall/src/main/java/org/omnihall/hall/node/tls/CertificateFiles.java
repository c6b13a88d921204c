package org.omnihall.hall.node.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;

/**
 * Two PEM files.
 *
 * @param certificate the server's certificate, then the chain
 * @param key its private key
 */
public record CertificateFiles(Path certificate, Path key) {

    public CertificateFiles {
        certificate = certificate.toAbsolutePath();
        key = key.toAbsolutePath();
    }

    /** The server's certificate as it stands in the file now. */
    public X509Certificate read() throws IOException, GeneralSecurityException {
        return read(certificate);
    }

    static X509Certificate read(Path pem) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(pem)) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
    }
}
