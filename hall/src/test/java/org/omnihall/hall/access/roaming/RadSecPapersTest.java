package org.omnihall.hall.access.roaming;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.Eventually;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.access.eap.PaperAuthority;
import org.omnihall.hall.access.eap.PemFiles;
import org.omnihall.octets.Octets;
import org.omnihall.radius.Code;
import org.omnihall.radius.tls.RadSecClient;
import org.omnihall.radius.transport.NoAnswer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The started hall asked over RadSec: whose certificate it believes and knows, and the one that it shows. */
@HallTest
class RadSecPapersTest extends RadSecAskers {

    @Autowired
    RadSecPapersTest(ApplicationContext hall) {
        super(hall);
    }

    @BeforeAll
    void register() {
        controller("east", "10.13.0.4", "nasIdentifier", "east-nas");
        peer("office", "office.example", "east");
        person("radsec-zhao");
    }

    @Test
    void refusesWhoIsNotRegisteredOrNotBelievedOrOutOfDate() throws Exception {
        for (PaperAuthority.Pair wrong : new PaperAuthority.Pair[] {
            pair("nobody.example"),
            RoamingPapers.STRANGER.issue("office.example"),
            RoamingPapers.AUTHORITY.issueExpired("office.example")
        }) {
            try (RadSecClient client = client(wrong)) {
                assertThat(silence(client.send(access(client, "radsec-zhao", "east-nas"), PATIENCE)))
                        .isIn(NoAnswer.Reason.CLOSED, NoAnswer.Reason.NOT_CONNECTED);
            }
        }
        Eventually.holds("counted", () -> drops("RADSEC_UNKNOWN_PEER") > 0 && drops("RADSEC_HANDSHAKE_FAILED") >= 2);
    }

    @Test
    void knowsAPeerByHisFingerprint() throws Exception {
        PaperAuthority.Pair shown = pair("printed.example");
        X509Certificate certificate = PemFiles.certificates(shown.certificate()).getFirst();
        String print = HexFormat.ofDelimiter(":")
                .withUpperCase()
                .formatHex(Octets.of(certificate.getEncoded()).sha256().toBytes());
        peer("printed", print, "east");
        try (RadSecClient printed = client(shown)) {
            assertThat(code(printed.send(access(printed, "radsec-zhao", "east-nas"), PATIENCE)))
                    .isEqualTo(Code.ACCESS_ACCEPT);
        }
    }

    @Test
    void showsARenewedCertificateToTheNextWhoConnects() throws Exception {
        String before = shown();
        PaperAuthority.Pair renewed = RoamingPapers.AUTHORITY.issue("hall.example");
        Files.copy(renewed.key(), HALL.key(), StandardCopyOption.REPLACE_EXISTING);
        Files.copy(renewed.certificate(), HALL.certificate(), StandardCopyOption.REPLACE_EXISTING);
        Eventually.holds("another certificate is shown", () -> !shown().equals(before));
    }

    private String shown() {
        try (SSLSocket tls = connect(pair("office.example"))) {
            tls.startHandshake();
            X509Certificate certificate = (X509Certificate) tls.getSession().getPeerCertificates()[0];
            return certificate.getSerialNumber().toString();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
