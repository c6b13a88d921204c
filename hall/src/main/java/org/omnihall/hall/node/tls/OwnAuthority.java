package org.omnihall.hall.node.tls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;

/**
 * A certificate authority of this node alone, for the demo and the first day: {@code ca.pem} may be given to browsers, {@code ca.key}
 * signs the server's certificate again when its name changes or its end comes near.
 */
public final class OwnAuthority {

    private static final Duration RENEWAL = Duration.ofDays(30);

    private final Path folder;
    private final Clock clock;

    public OwnAuthority(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** A certificate for the host, localhost and the loopback addresses: the one in the folder, or a new one. */
    public CertificateFiles certificateFor(String host) {
        try {
            Files.createDirectories(folder);
            CertificateFiles files = new CertificateFiles(folder.resolve("server.pem"), folder.resolve("server.key"));
            if (!serves(files, host)) {
                new Issuer(folder, clock).issue(files, host);
            }
            return files;
        } catch (IOException broken) {
            throw new UncheckedIOException("The certificates in " + folder + " cannot be used", broken);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("The certificates in " + folder + " cannot be used", broken);
        }
    }

    private boolean serves(CertificateFiles files, String host) throws IOException, GeneralSecurityException {
        if (!Files.exists(files.certificate()) || !Files.exists(files.key())) {
            return false;
        }
        X509Certificate certificate = files.read();
        boolean named = certificate.getSubjectAlternativeNames().stream().anyMatch(name -> name.contains(host));
        return named
                && certificate.getNotAfter().toInstant().isAfter(clock.instant().plus(RENEWAL));
    }
}
