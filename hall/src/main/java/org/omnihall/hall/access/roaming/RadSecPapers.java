package org.omnihall.hall.access.roaming;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.omnihall.hall.access.eap.PemFiles;
import org.omnihall.hall.node.ServerCertificate;
import org.omnihall.radius.tls.TlsPapers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What RadSec shows and whom it believes, as it stands in the files now. At most once a second a new connection looks whether they have changed; what
 * does not fit leaves the old in use, and is tried again when they change again.
 */
@Component
public class RadSecPapers {

    private static final Logger LOG = LoggerFactory.getLogger(RadSecPapers.class);
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final RadSecSettings settings;
    private final ServerCertificate shown;
    private final Clock clock;
    private Instant looked = Instant.MIN;
    private Map<Path, FileTime> seen = Map.of();
    private Optional<SSLContext> context = Optional.empty();

    RadSecPapers(RadSecSettings settings, ServerCertificate otherwise, Clock clock) {
        this.settings = settings;
        this.shown = settings.shown(otherwise);
        this.clock = clock;
    }

    /** None where RadSec is not set up, or its files could not be used yet. */
    public synchronized Optional<SSLContext> now() {
        Instant at = clock.instant();
        if (settings.authorities().isPresent() && looked.isBefore(at.minus(PATIENCE))) {
            looked = at;
            look(settings.authorities().get());
        }
        return context;
    }

    private void look(Path authorities) {
        try {
            Map<Path, FileTime> there = new HashMap<>();
            for (Path file : List.of(shown.certificate(), shown.key(), authorities)) {
                there.put(file, Files.getLastModifiedTime(file));
            }
            if (!there.equals(seen)) {
                seen = there;
                List<X509Certificate> chain = PemFiles.certificates(shown.certificate());
                if (chain.isEmpty()) {
                    throw new GeneralSecurityException(shown.certificate() + " holds no certificate");
                }
                context = Optional.of(TlsPapers.context(
                        chain,
                        PemFiles.key(shown.key(), chain.getFirst().getPublicKey()),
                        PemFiles.certificates(authorities)));
                LOG.info(
                        "RadSec shows the certificate of {} from now on",
                        chain.getFirst().getSubjectX500Principal());
            }
        } catch (IOException | GeneralSecurityException | IllegalArgumentException unfit) {
            LOG.error("The certificates for RadSec cannot be used, the old ones stay: {}", unfit.toString());
        }
    }
}
