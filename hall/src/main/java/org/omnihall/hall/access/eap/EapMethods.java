package org.omnihall.hall.access.eap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.omnihall.eap.EapMethod;
import org.omnihall.eap.tls.TlsMethods;
import org.omnihall.eap.tls.TlsServer;
import org.omnihall.hall.node.ServerCertificate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The methods over the certificate that stands in the files now. At most once a second a new conversation looks whether the files have changed;
 * what does not fit leaves the old in use, and is tried again when they change again.
 */
@Component
class EapMethods {

    private static final Logger LOG = LoggerFactory.getLogger(EapMethods.class);
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final EapSettings settings;
    private final ServerCertificate shown;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private Instant looked = Instant.MIN;
    private Map<Path, FileTime> seen = Map.of();
    private List<EapMethod> methods = List.of();

    EapMethods(EapSettings settings, ServerCertificate otherwise, Clock clock) {
        this.settings = settings;
        this.shown = settings.shown(otherwise);
        this.clock = clock;
    }

    /** None where no certificate could be used yet. */
    synchronized List<EapMethod> now() {
        Instant at = clock.instant();
        if (looked.isBefore(at.minus(PATIENCE))) {
            looked = at;
            look();
        }
        return methods;
    }

    private void look() {
        try {
            Map<Path, FileTime> there = times();
            if (!there.equals(seen)) {
                seen = there;
                TlsServer server = server();
                methods = TlsMethods.of(server, clock, random);
                LOG.info("EAP shows the certificate of {} from now on", server);
            }
        } catch (IOException | GeneralSecurityException | IllegalArgumentException unfit) {
            LOG.error("The certificate for EAP cannot be used, the old one stays: {}", unfit.toString());
        }
    }

    private Map<Path, FileTime> times() throws IOException {
        Map<Path, FileTime> times = new HashMap<>();
        for (Path file : Stream.concat(Stream.of(shown.certificate(), shown.key()), settings.authorities().stream())
                .toList()) {
            times.put(file, Files.getLastModifiedTime(file));
        }
        return times;
    }

    private TlsServer server() throws IOException, GeneralSecurityException {
        List<X509Certificate> chain = PemFiles.certificates(shown.certificate());
        if (chain.isEmpty()) {
            throw new GeneralSecurityException(shown.certificate() + " holds no certificate");
        }
        Optional<Path> authorities = settings.authorities();
        return new TlsServer(
                chain,
                PemFiles.key(shown.key(), chain.getFirst().getPublicKey()),
                authorities.isPresent() ? PemFiles.certificates(authorities.get()) : List.of(),
                settings.sessions(),
                settings.resumable());
    }
}
