package org.omnihall.hall.access.roaming;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.omnihall.hall.access.eap.PaperAuthority;
import org.omnihall.hall.access.eap.PemFiles;
import org.omnihall.radius.tls.TlsPapers;
import org.springframework.test.context.DynamicPropertyRegistry;

/** The authority of a federation of operators, and another that nobody believes; certificates have common names only. */
final class RoamingPapers {

    static final Path FOLDER = folder();
    static final PaperAuthority AUTHORITY = authority("federation");
    static final PaperAuthority STRANGER = authority("elsewhere");

    private RoamingPapers() {}

    private static Path folder() {
        try {
            return Files.createTempDirectory("roaming");
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private static PaperAuthority authority(String name) {
        try {
            return PaperAuthority.of(FOLDER, name, Clock.systemUTC().instant());
        } catch (IOException | GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Sets RadSec up for the hall of a test. */
    static void show(PaperAuthority.Pair pair, DynamicPropertyRegistry properties) {
        properties.add("omnihall.access.radsec.authorities", AUTHORITY::certificate);
        properties.add("omnihall.access.radsec.certificate", pair::certificate);
        properties.add("omnihall.access.radsec.key", pair::key);
        properties.add("omnihall.access.radsec.port", () -> 0);
    }

    /** What Java's TLS shows of a pair; it believes the federation. */
    static SSLContext context(PaperAuthority.Pair pair) {
        try {
            var chain = PemFiles.certificates(pair.certificate());
            return TlsPapers.context(
                    List.copyOf(chain),
                    PemFiles.key(pair.key(), chain.getFirst().getPublicKey()),
                    PemFiles.certificates(AUTHORITY.certificate()));
        } catch (IOException | GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
