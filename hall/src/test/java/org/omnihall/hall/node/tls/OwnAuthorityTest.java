package org.omnihall.hall.node.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnAuthorityTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    private Path folder;

    @Test
    void signsForTheHostAndTheLoopbackAddresses() throws IOException, GeneralSecurityException {
        X509Certificate certificate = at(NOON).certificateFor("wifi.example").read();

        certificate.verify(CertificateFiles.read(folder.resolve("ca.pem")).getPublicKey());
        assertThat(certificate.getSubjectAlternativeNames())
                .extracting(name -> String.valueOf(name.get(1)))
                .containsExactly("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1", "wifi.example");
    }

    @Test
    void keepsTheCertificateUntilThirtyDaysBeforeItsEnd() throws IOException, GeneralSecurityException {
        X509Certificate first = at(NOON).certificateFor("localhost").read();

        assertThat(at(NOON.plus(Duration.ofDays(366)))
                        .certificateFor("localhost")
                        .read())
                .isEqualTo(first);
        assertThat(at(NOON.plus(Duration.ofDays(368)))
                        .certificateFor("localhost")
                        .read())
                .isNotEqualTo(first);
    }

    @Test
    void signsAgainForAnotherName() throws IOException, GeneralSecurityException {
        byte[] authority = authorityAfter("localhost");

        assertThat(authorityAfter("wifi.example")).isEqualTo(authority);
        assertThat(at(NOON).certificateFor("wifi.example")
                        .read()
                        .getSubjectX500Principal()
                        .getName())
                .isEqualTo("CN=wifi.example");
    }

    @Test
    void takesARenewedCertificateIntoUse() throws IOException, InterruptedException {
        CertificateFiles files = at(NOON).certificateFor("localhost");
        CountDownLatch reloaded = new CountDownLatch(1);
        try (CertificateWatch watch = new CertificateWatch(files, reloaded::countDown)) {
            watch.start();
            at(NOON.plus(Duration.ofDays(390))).certificateFor("localhost");

            assertThat(reloaded.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    private byte[] authorityAfter(String host) throws IOException {
        at(NOON).certificateFor(host);
        return Files.readAllBytes(folder.resolve("ca.pem"));
    }

    private OwnAuthority at(Instant moment) {
        return new OwnAuthority(folder, Clock.fixed(moment, ZoneOffset.UTC));
    }
}
