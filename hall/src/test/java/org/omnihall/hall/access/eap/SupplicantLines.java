package org.omnihall.hall.access.eap;

import static org.omnihall.hall.access.eap.EapPapers.AUTHORITY;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;

/** The lines that set a supplicant up. */
final class SupplicantLines {

    static final String PASSWORD = "correct horse";
    static final String LI = "eap-li";
    static final String V1_2 = "TLSv1.2";
    static final String V1_3 = "TLSv1.3";

    private SupplicantLines() {}

    /** What a supplicant is set up for. */
    enum Way {
        TLS("eap=TLS\nidentity=\"" + LI + "\""),
        PEAP("eap=PEAP\nphase2=\"auth=MSCHAPV2\""),
        TTLS_PAP("eap=TTLS\nphase2=\"auth=PAP\""),
        TTLS_MSCHAPV2("eap=TTLS\nphase2=\"auth=MSCHAPV2\"");

        private final String text;

        Way(String text) {
            this.text = text;
        }

        List<String> lines() {
            return text.lines().toList();
        }

        boolean isByPassword() {
            return this != TLS;
        }
    }

    /** The lines of a supplicant with a right password or certificate that speaks one version only. */
    static List<String> lines(Way way, String version) throws IOException, GeneralSecurityException {
        List<String> lines = new ArrayList<>(way.lines());
        lines.add(version.equals(V1_2) ? only("tls_disable_tlsv1_2=0 tls_disable_tlsv1_3=1") : only13());
        lines.add(believing(AUTHORITY));
        return way.isByPassword() ? as(lines, LI, PASSWORD) : with(lines, AUTHORITY.issue(LI));
    }

    /** OpenSSL takes the older end of versions with a gap, so all below are switched off too. */
    static String only(String versions) {
        return "phase1=\"tls_disable_tlsv1_0=1 tls_disable_tlsv1_1=1 " + versions + "\"";
    }

    static String only13() {
        return only("tls_disable_tlsv1_2=1 tls_disable_tlsv1_3=0");
    }

    static String believing(PaperAuthority believed) {
        return "ca_cert=\"" + believed.certificate() + "\"";
    }

    static List<String> as(List<String> lines, String name, String password) {
        List<String> all = new ArrayList<>(lines);
        all.add("anonymous_identity=\"anonymous@office\"");
        all.add("identity=\"" + name + "@office\"");
        all.add("password=\"" + password + "\"");
        return all;
    }

    static List<String> with(List<String> lines, PaperAuthority.Pair pair) {
        List<String> all = new ArrayList<>(lines);
        all.add("client_cert=\"" + pair.certificate() + "\"");
        all.add("private_key=\"" + pair.key() + "\"");
        return all;
    }

    static List<String> tls(String phase1, PaperAuthority.Pair pair) {
        List<String> lines = new ArrayList<>(Way.TLS.lines());
        lines.add(phase1);
        lines.add(believing(AUTHORITY));
        return with(lines, pair);
    }
}
