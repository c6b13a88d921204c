package org.omnihall.hall.access.eap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.omnihall.eap.EapMethod;
import org.omnihall.hall.node.ServerCertificate;

/** Which certificate is in use while its files change. */
class EapMethodsTest {

    private static final Instant NOON = Instant.parse("2026-11-26T04:00:00Z");

    @TempDir
    Path folder;

    private Instant now = NOON;
    private int changes;

    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    private EapMethods methods(Optional<Path> authorities, PaperAuthority.Pair pair) {
        return new EapMethods(
                ConversationTableTest.settings(Optional.empty(), Optional.empty(), authorities),
                new ServerCertificate(pair.certificate(), pair.key()),
                clock);
    }

    /** Writes a file so that its time is another one, however coarse the clock of the disk is. */
    private void write(Path file, String text) throws Exception {
        Files.writeString(file, text);
        changes++;
        Files.setLastModifiedTime(file, FileTime.from(NOON.plusSeconds(changes)));
    }

    private void aSecondPasses() {
        now = now.plus(Duration.ofMillis(1_001));
    }

    @Test
    void takesANewPairIntoUseAndKeepsTheOldWhereItDoesNotFit() throws Exception {
        PaperAuthority authority = PaperAuthority.of(folder, "authority", NOON);
        PaperAuthority.Pair first = authority.issue("first");
        PaperAuthority.Pair second = authority.issue("second");
        EapMethods methods = methods(Optional.empty(), first);
        List<EapMethod> old = methods.now();
        assertThat(old.stream().map(EapMethod::name)).containsExactly("PEAP", "TTLS");
        aSecondPasses();
        assertThat(methods.now()).isSameAs(old);
        write(first.certificate(), "no certificate");
        aSecondPasses();
        assertThat(methods.now()).isSameAs(old);
        write(first.certificate(), Files.readString(second.certificate()));
        write(first.key(), Files.readString(second.key()));
        assertThat(methods.now()).as("within the second").isSameAs(old);
        aSecondPasses();
        assertThat(methods.now()).isNotSameAs(old).hasSize(2);
    }

    @Test
    void refusesAKeyOfAnotherCertificate() throws Exception {
        PaperAuthority authority = PaperAuthority.of(folder, "authority", NOON);
        PaperAuthority.Pair first = authority.issue("first");
        EapMethods methods = methods(Optional.empty(), first);
        List<EapMethod> old = methods.now();
        write(first.key(), Files.readString(authority.issue("second").key()));
        aSecondPasses();
        assertThat(methods.now()).isSameAs(old);
    }

    @Test
    void offersNothingWithoutFilesAndAllOnceTheyAreThere() throws Exception {
        PaperAuthority authority = PaperAuthority.of(folder, "authority", NOON);
        PaperAuthority.Pair pair = authority.issue("first");
        Path key = pair.key().resolveSibling("later.key");
        EapMethods methods =
                methods(Optional.of(authority.certificate()), new PaperAuthority.Pair(pair.certificate(), key));
        assertThat(methods.now()).isEmpty();
        Files.copy(pair.key(), key);
        aSecondPasses();
        assertThat(methods.now().stream().map(EapMethod::name)).containsExactly("PEAP", "TTLS", "TLS");
    }
}
