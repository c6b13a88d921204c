package org.omnihall.bench.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.omnihall.hall.access.aaa.RadiusDrops;
import org.omnihall.hall.access.aaa.RadiusListeners;
import org.omnihall.hall.access.network.Accounts;
import org.omnihall.hall.access.network.Change;
import org.omnihall.hall.access.network.ControllerRegistry;
import org.omnihall.hall.access.network.Draft;
import org.omnihall.hall.access.network.Profiles;
import org.omnihall.hall.access.network.Vendor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The running hall asked by another RADIUS implementation, which decodes every vendor's words by its own dictionaries (access rule 23). */
@ExtendWith(SystemHall.class)
class RadclientTest {

    private static final String SECRET = "radclient-and-hall";
    private static final String LI = "User-Name = li@office\nCalling-Station-Id = 02-00-5E-00-00-02";
    private static final String PAP = "User-Password = well-kept-7";
    private static final String CHAP = "CHAP-Password = well-kept-7";
    private static final String PROOF = "Message-Authenticator = 0x00";
    private static final String STRICT = "127.0.0.60";
    private static final String OLD = "127.0.0.59";

    /** What every Accept carries beside Class: the standard profile's eight hours, a quarter of silence, ten minutes between updates. */
    private static final List<String> TERMS =
            List.of("Acct-Interim-Interval = 600", "Session-Timeout = 28800", "Idle-Timeout = 900");

    /** Four megabits up and ten down, written by hand in each vendor's words. */
    static final Map<Vendor, List<String>> GOLDEN = Map.of(
            Vendor.STANDARD,
            List.of(),
            Vendor.HUAWEI,
            List.of(
                    "Huawei-Input-Average-Rate = 4000000",
                    "Huawei-Input-Peak-Rate = 4000000",
                    "Huawei-Output-Average-Rate = 10000000",
                    "Huawei-Output-Peak-Rate = 10000000"),
            Vendor.H3C,
            List.of(
                    "H3C-Input-Peak-Rate = 4000000",
                    "H3C-Input-Average-Rate = 4000000",
                    "H3C-Output-Peak-Rate = 10000000",
                    "H3C-Output-Average-Rate = 10000000"),
            Vendor.ZTE,
            List.of("ZTE-Rate-Ctrl-SCR-Up = 4000000", "ZTE-Rate-Ctrl-SCR-Down = 10000000"),
            Vendor.CISCO,
            List.of(
                    "Cisco-AVPair = \"sub:Ingress-Committed-Data-Rate=4000000\"",
                    "Cisco-AVPair = \"sub:Egress-Committed-Data-Rate=10000000\""),
            Vendor.MIKROTIK,
            List.of("Mikrotik-Rate-Limit = \"4000k/10000k\""),
            Vendor.RUCKUS,
            List.of("WISPr-Bandwidth-Max-Up = 4000000", "WISPr-Bandwidth-Max-Down = 10000000"),
            Vendor.ARUBA,
            List.of("Aruba-User-Role = \"standard\""),
            Vendor.WISPR,
            List.of("WISPr-Bandwidth-Max-Up = 4000000", "WISPr-Bandwidth-Max-Down = 10000000"),
            Vendor.CHILLISPOT,
            List.of("ChilliSpot-Bandwidth-Max-Up = 4000", "ChilliSpot-Bandwidth-Max-Down = 10000"));

    /** A hundred megabytes that are left, for the vendors that have a word for it. */
    private static final Map<Vendor, List<String>> VOLUMES = Map.of(
            Vendor.HUAWEI, List.of("Huawei-Remanent-Volume = 104857600"),
            Vendor.H3C, List.of("H3C-Remanent-Volume = 104857600"),
            Vendor.MIKROTIK, List.of("Mikrotik-Total-Limit = 104857600", "Mikrotik-Total-Limit-Gigawords = 0"),
            Vendor.CHILLISPOT, List.of("ChilliSpot-Max-Total-Octets = 104857600"));

    private static RunningHall hall;
    private static Radclient radclient;

    @BeforeAll
    static void register(RunningHall running) {
        if (!Radclient.installed()) {
            assertThat(System.getenv("CI"))
                    .as("radclient is missing: apt-get install freeradius-utils")
                    .isNull();
            System.err.println("RadclientTest is SKIPPED: radclient is missing (apt-get install freeradius-utils)");
            assumeTrue(false, "radclient is missing");
        }
        hall = running;
        radclient =
                new Radclient(hall.bean(RadiusListeners.class).authentication().getFirst(), STRICT, SECRET);
        add("strict", STRICT, Vendor.STANDARD, "REQUIRED");
        add("old", OLD, Vendor.STANDARD, "OPTIONAL");
        for (Vendor vendor : Vendor.values()) {
            add("golden-" + vendor, address(vendor), vendor, "REQUIRED");
        }
        for (String name : List.of("li@office", "zhang@office")) {
            assertThat(hall.bean(Accounts.class)
                            .add(Draft.of("name", name, "password", "well-kept-7", "methods", "pap chap"), "test"))
                    .isInstanceOf(Change.Done.class);
        }
        addMetered();
    }

    private static void addMetered() {
        assertThat(hall.bean(Profiles.class)
                        .add(Draft.of("name", "metered", "monthVolume", "100", "devices", "99"), "test"))
                .isInstanceOf(Change.Done.class);
        assertThat(hall.bean(Accounts.class)
                        .add(Draft.of("name", "wang@office", "password", "well-kept-7", "profile", "metered"), "test"))
                .isInstanceOf(Change.Done.class);
    }

    private static void add(String name, String address, Vendor vendor, String proof) {
        assertThat(hall.bean(ControllerRegistry.class)
                        .add(
                                Draft.of(
                                        "name", name,
                                        "addresses", address,
                                        "vendor", vendor.name(),
                                        "radiusSecret", SECRET,
                                        "messageAuthenticator", proof),
                                "test"))
                .isInstanceOf(Change.Done.class);
    }

    private static String address(Vendor vendor) {
        return "127.0.0." + (70 + List.of(Vendor.values()).indexOf(vendor));
    }

    @Test
    void acceptsARightPasswordInPapAndInChap() {
        assertThat(radclient.ask("auth", LI, PAP, PROOF).text()).contains("Received Access-Accept");
        assertThat(radclient.ask("auth", LI, CHAP, PROOF).text()).contains("Received Access-Accept");
    }

    @Test
    void rejectsAWrongPasswordInPapAndInChap() {
        assertThat(radclient
                        .ask("auth", LI, "User-Password = well-kept-8", PROOF)
                        .text())
                .contains("Received Access-Reject");
        assertThat(radclient
                        .ask("auth", LI, "CHAP-Password = well-kept-8", PROOF)
                        .text())
                .contains("Received Access-Reject");
        assertThat(radclient
                        .ask("auth", "User-Name = nobody@office", PAP, PROOF)
                        .text())
                .contains("Received Access-Reject");
    }

    @Test
    void answersStatusServer() {
        assertThat(radclient.ask("status", PROOF).text()).contains("Received Access-Accept");
    }

    @Test
    void isSilentWithoutMessageAuthenticatorAndCountsIt() {
        long before = drops(STRICT, "MISSING_MESSAGE_AUTHENTICATOR");
        assertThat(radclient.ask("auth", LI, PAP).answered()).isFalse();
        assertThat(drops(STRICT, "MISSING_MESSAGE_AUTHENTICATOR")).isGreaterThan(before);
    }

    @Test
    void answersWithoutMessageAuthenticatorWhereItIsOptional() {
        assertThat(radclient.from(OLD).ask("auth", LI, PAP).text()).contains("Received Access-Accept");
    }

    @Test
    void isSilentToAWrongSecretAndCountsIt() {
        Radclient stranger = radclient.with("not-the-secret");
        long before = drops(STRICT, "BAD_MESSAGE_AUTHENTICATOR");
        assertThat(stranger.ask("auth", LI, PAP, PROOF).answered()).isFalse();
        assertThat(drops(STRICT, "BAD_MESSAGE_AUTHENTICATOR")).isGreaterThan(before);
    }

    @Test
    void storesWhatAccountingTellsWithMoreThanFourGigabytes() {
        Radclient accounting =
                new Radclient(hall.bean(RadiusListeners.class).accounting().getFirst(), STRICT, SECRET);
        String[] session = {
            "User-Name = zhang@office",
            "Acct-Session-Id = by-radclient",
            "Calling-Station-Id = 02-00-5E-00-00-01",
            "NAS-Port-Type = Wireless-802.11"
        };
        String start = "Acct-Status-Type = Start\n" + String.join("\n", session);
        String stop = "Acct-Status-Type = Stop\nAcct-Session-Time = 90\nAcct-Input-Octets = 5\n"
                + "Acct-Output-Octets = 7\nAcct-Output-Gigawords = 2\n" + String.join("\n", session);
        assertThat(accounting.ask("acct", start).text()).contains("Received Accounting-Response");
        assertThat(accounting.ask("acct", stop).text()).contains("Received Accounting-Response");
        assertThat(accounting.ask("acct", stop).text()).contains("Received Accounting-Response");
        BooksKept.await(hall.bean(JdbcClient.class));
        assertThat(hall.bean(JdbcClient.class)
                        .sql("select down_octets from access.closed_session where acct_session_id = 'by-radclient'")
                        .query(Long.class)
                        .list())
                .containsExactly((2L << 32) + 7);
    }

    @ParameterizedTest
    @EnumSource
    void saysTheProfileInEachVendorsWords(Vendor vendor) {
        List<String> said =
                radclient.from(address(vendor)).ask("auth", LI, PAP, PROOF).attributes();
        assertThat(said).anyMatch(line -> line.startsWith("Message-Authenticator = 0x"));
        assertThat(said).anyMatch(line -> line.startsWith("Class = 0x"));
        assertThat(said.stream().filter(line -> !line.matches("(Message-Authenticator|Class) = 0x.*")))
                .containsExactlyElementsOf(java.util.stream.Stream.of(TERMS, GOLDEN.get(vendor))
                        .flatMap(List::stream)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void saysWhatIsLeftOfAVolumeInEachVendorsWords(Vendor vendor) {
        String wang = "User-Name = wang@office\nCalling-Station-Id = 02-00-5E-00-00-03";
        List<String> said =
                radclient.from(address(vendor)).ask("auth", wang, PAP, PROOF).attributes();
        assertThat(said.stream().filter(line -> line.matches(".*(Volume|Total).*")))
                .containsExactlyElementsOf(VOLUMES.getOrDefault(vendor, List.of()));
    }

    private static long drops(String source, String reason) {
        return hall.bean(RadiusDrops.class).rows().stream()
                .filter(row -> row.source().equals(source) && row.reason().equals(reason))
                .mapToLong(RadiusDrops.Row::number)
                .sum();
    }
}
