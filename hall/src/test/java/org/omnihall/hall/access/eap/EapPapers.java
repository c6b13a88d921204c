package org.omnihall.hall.access.eap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.time.Clock;

/** An authority that the hall believes, another that it does not, and the certificate that it shows. */
final class EapPapers {

    static final Path FOLDER = folder();
    static final PaperAuthority AUTHORITY = authority("authority");
    static final PaperAuthority STRANGER = authority("stranger");
    static final Path SHOWN = FOLDER.resolve("server.pem");
    static final Path KEY = FOLDER.resolve("server.key");

    private EapPapers() {}

    private static Path folder() {
        try {
            return Files.createTempDirectory("eap");
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

    static void show(PaperAuthority.Pair pair) throws IOException {
        Files.copy(pair.key(), KEY, StandardCopyOption.REPLACE_EXISTING);
        Files.copy(pair.certificate(), SHOWN, StandardCopyOption.REPLACE_EXISTING);
    }
}
