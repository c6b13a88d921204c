package org.omnihall.hall.access.eap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.omnihall.hall.access.eap.EapPapers.AUTHORITY;
import static org.omnihall.hall.access.eap.EapPapers.FOLDER;
import static org.omnihall.hall.access.eap.EapPapers.KEY;
import static org.omnihall.hall.access.eap.EapPapers.SHOWN;
import static org.omnihall.hall.access.eap.EapPapers.STRANGER;
import static org.omnihall.hall.access.eap.EapPapers.show;
import static org.omnihall.hall.access.eap.EapPeople.secret;
import static org.omnihall.hall.access.eap.SupplicantLines.LI;
import static org.omnihall.hall.access.eap.SupplicantLines.PASSWORD;
import static org.omnihall.hall.access.eap.SupplicantLines.V1_2;
import static org.omnihall.hall.access.eap.SupplicantLines.V1_3;
import static org.omnihall.hall.access.eap.SupplicantLines.as;
import static org.omnihall.hall.access.eap.SupplicantLines.believing;
import static org.omnihall.hall.access.eap.SupplicantLines.lines;
import static org.omnihall.hall.access.eap.SupplicantLines.only;
import static org.omnihall.hall.access.eap.SupplicantLines.only13;
import static org.omnihall.hall.access.eap.SupplicantLines.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.omnihall.hall.Eventually;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.access.aaa.RadiusListeners;
import org.omnihall.hall.access.eap.SupplicantLines.Way;
import org.omnihall.hall.access.network.Accounts;
import org.omnihall.hall.access.network.ControllerRegistry;
import org.omnihall.hall.access.network.Profiles;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.FileSystemUtils;

/** The started hall asked by eapol_test: every method in every version of TLS (access-rules.md rules 7, 9, 11 and 18). */
@HallTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SupplicantTest {

    private final RadiusListeners hall;
    private final EapPeople people;

    @Autowired
    SupplicantTest(RadiusListeners hall, ControllerRegistry registry, Accounts accounts, Profiles profiles) {
        this.hall = hall;
        this.people = new EapPeople(registry, accounts, profiles);
    }

    @DynamicPropertySource
    static void certificates(DynamicPropertyRegistry properties) throws IOException, GeneralSecurityException {
        show(AUTHORITY.issue("radius.example"));
        properties.add("omnihall.eap.certificate", () -> SHOWN);
        properties.add("omnihall.eap.key", () -> KEY);
        properties.add("omnihall.eap.authorities", AUTHORITY::certificate);
    }

    @BeforeAll
    void register() {
        if (!Supplicant.installed()) {
            assertThat(System.getenv("CI"))
                    .as("eapol_test is missing: apt-get install eapoltest")
                    .isNull();
            System.err.println("SupplicantTest is SKIPPED: eapol_test is missing (apt-get install eapoltest)");
            assumeTrue(false, "eapol_test is missing");
        }
        people.register();
    }

    @AfterAll
    static void clean() throws IOException {
        FileSystemUtils.deleteRecursively(FOLDER);
    }

    private Supplicant supplicant() {
        return supplicantAt("127.0.12.1");
    }

    private Supplicant supplicantAt(String address) {
        return new Supplicant(hall.authentication().getFirst(), address, secret(address), FOLDER);
    }

    @ParameterizedTest
    @CsvSource({
        "TLS, TLSv1.2",
        "TLS, TLSv1.3",
        "PEAP, TLSv1.2",
        "PEAP, TLSv1.3",
        "TTLS_PAP, TLSv1.2",
        "TTLS_PAP, TLSv1.3",
        "TTLS_MSCHAPV2, TLSv1.2",
        "TTLS_MSCHAPV2, TLSv1.3"
    })
    void agreesOnKeysInEveryMethodAndVersionAndResumesTheSession(Way way, String version) throws Exception {
        Supplicant.Said said = supplicant().ask(1, lines(way, version));
        assertThat(said.succeeded()).as(said.text()).isTrue();
        assertThat(said.keys()).isEqualTo(2);
        assertThat(said.says("resumed=1")).isTrue();
        assertThat(said.versions()).containsExactly(version);
    }

    @ParameterizedTest
    @CsvSource({
        "TLS, TLSv1.2",
        "TLS, TLSv1.3",
        "PEAP, TLSv1.2",
        "PEAP, TLSv1.3",
        "TTLS_PAP, TLSv1.2",
        "TTLS_PAP, TLSv1.3"
    })
    void travelsInFragmentsOfFiveHundredOctetsBothWays(Way way, String version) throws Exception {
        List<String> lines = lines(way, version);
        lines.add("fragment_size=500");
        Supplicant.Said said = supplicant().with("-N", "12:d:500").ask(1, lines);
        assertThat(said.succeeded()).as(said.text()).isTrue();
        assertThat(said.keys()).isEqualTo(2);
        assertThat(said.says("Received packet(len=500) - Flags 0xc0")).isTrue();
        assertThat(said.longestReceived()).isEqualTo(500);
        assertThat(said.says("more fragments will follow")).isEqualTo(way == Way.TLS);
    }

    @ParameterizedTest
    @CsvSource({
        "PEAP, TLSv1.2",
        "PEAP, TLSv1.3",
        "TTLS_PAP, TLSv1.3",
        "TTLS_MSCHAPV2, TLSv1.2",
        "TTLS_MSCHAPV2, TLSv1.3"
    })
    void refusesAWrongPasswordAndANameThatNobodyHas(Way way, String version) throws Exception {
        List<String> bare = new ArrayList<>(way.lines());
        bare.add(version.equals(V1_2) ? only("tls_disable_tlsv1_2=0 tls_disable_tlsv1_3=1") : only13());
        bare.add(believing(AUTHORITY));
        assertRejected(supplicant().ask(0, as(bare, LI, "wrong horse")));
        assertRejected(supplicant().ask(0, as(bare, "eap-nobody", PASSWORD)));
    }

    @ParameterizedTest
    @EnumSource(names = "TLS", mode = EnumSource.Mode.EXCLUDE)
    void refusesAnAccountWhoseTimeIsOver(Way way) throws Exception {
        List<String> bare = new ArrayList<>(way.lines());
        bare.add(only13());
        bare.add(believing(AUTHORITY));
        assertRejected(supplicant().ask(0, as(bare, "eap-over", PASSWORD)));
    }

    @Test
    void refusesAMethodThatTheAccountMayNotUse() throws Exception {
        List<String> bare = new ArrayList<>(Way.TTLS_MSCHAPV2.lines());
        bare.add(believing(AUTHORITY));
        assertRejected(supplicant().ask(0, as(bare, "eap-pap", PASSWORD)));
        bare.set(1, "phase2=\"auth=PAP\"");
        assertThat(supplicant().ask(0, as(bare, "eap-pap", PASSWORD)).succeeded())
                .isTrue();
        assertRejected(supplicant().ask(0, tls(only13(), AUTHORITY.issue("eap-pap"))));
    }

    @ParameterizedTest
    @CsvSource({"TLSv1.2", "TLSv1.3"})
    void refusesCertificatesThatAreOverForeignOrOfNobody(String version) throws Exception {
        String phase1 = version.equals(V1_3) ? only13() : only("tls_disable_tlsv1_2=0 tls_disable_tlsv1_3=1");
        assertRejected(supplicant().ask(0, tls(phase1, AUTHORITY.issueExpired(LI))));
        assertRejected(supplicant().ask(0, tls(phase1, STRANGER.issue(LI))));
        assertRejected(supplicant().ask(0, tls(phase1, AUTHORITY.issue("eap-nobody"))));
        assertRejected(supplicant().ask(0, tls(phase1, AUTHORITY.issue("eap-over"))));
        assertThat(supplicant().ask(0, tls(phase1, AUTHORITY.issue(LI))).succeeded())
                .isTrue();
    }

    @Test
    void speaksNoTlsBelowOnePointTwo() throws Exception {
        List<String> lines = lines(Way.PEAP, V1_3);
        lines.set(lines.indexOf(only13()), "phase1=\"tls_disable_tlsv1_2=1 tls_disable_tlsv1_3=1\"");
        Supplicant.Said said = supplicant().ask(0, lines);
        assertThat(said.succeeded()).isFalse();
        assertThat(said.versions()).containsExactly("TLSv1.1");
        assertThat(said.says("remote TLS alert (param=protocol version)")).isTrue();
    }

    @Test
    void isLeftBySupplicantsThatDoNotBelieveItsCertificate() throws Exception {
        List<String> lines = lines(Way.PEAP, V1_3);
        lines.set(lines.indexOf(believing(AUTHORITY)), believing(STRANGER));
        Supplicant.Said said = supplicant().ask(0, lines);
        assertRejected(said);
        assertThat(said.says("certificate verify failed")).isTrue();
    }

    @Test
    void showsANewCertificateWithoutARestart() throws Exception {
        List<String> lines = lines(Way.PEAP, V1_3);
        lines.set(lines.indexOf(believing(AUTHORITY)), believing(STRANGER));
        show(STRANGER.issue("radius.example"));
        try {
            Eventually.holds("the new certificate is shown", () -> succeeds(lines));
        } finally {
            show(AUTHORITY.issue("radius.example"));
        }
        List<String> again = lines(Way.PEAP, V1_3);
        Eventually.holds("and the old authority's again", () -> succeeds(again));
    }

    private boolean succeeds(List<String> lines) {
        try {
            return supplicant().ask(0, lines).succeeded();
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Test
    void namesThePersonToTheControllerWhateverTheOuterIdentityIs() throws Exception {
        String accept =
                supplicantAt("127.0.12.2").ask(0, lines(Way.TTLS_PAP, V1_3)).accept();
        assertThat(accept).contains("Attribute 1 (User-Name)", "Value: '" + LI + "@office'", "Attribute 25 (Class)");
        assertThat(accept).contains("Attribute 85 (Acct-Interim-Interval)").doesNotContain("Reply-Message");
    }

    @Test
    void refusesOneDeviceMoreThanTheProfileAllows() throws Exception {
        List<String> lines = new ArrayList<>(Way.PEAP.lines());
        lines.add(only13());
        lines.add(believing(AUTHORITY));
        List<String> one = as(lines, "eap-one", PASSWORD);
        assertThat(supplicant().with("-M", "02:00:00:00:12:01").ask(0, one).succeeded())
                .isTrue();
        assertThat(supplicant().with("-M", "02:00:00:00:12:01").ask(0, one).succeeded())
                .as("the same device again")
                .isTrue();
        assertRejected(supplicant().with("-M", "02:00:00:00:12:02").ask(0, one));
    }

    private static void assertRejected(Supplicant.Said said) {
        assertThat(said.succeeded()).isFalse();
        assertThat(said.says("code=3 (Access-Reject)")).as(said.text()).isTrue();
        assertThat(said.says("code=2 (Access-Accept)")).isFalse();
        assertThat(said.says("EAP Failure")).isTrue();
    }
}
