package org.omnihall.bench.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.omnihall.bench.demo.SystemHall.await;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.omnihall.hall.access.aaa.RadiusListeners;
import org.omnihall.hall.access.dynamic.Changes;
import org.omnihall.hall.access.dynamic.Disconnects;
import org.omnihall.hall.access.network.AccessController;
import org.omnihall.hall.access.network.Accounts;
import org.omnihall.hall.access.network.Change;
import org.omnihall.hall.access.network.ControllerRegistry;
import org.omnihall.hall.access.network.Draft;
import org.omnihall.hall.access.network.Vendor;
import org.omnihall.hall.access.session.OpenSession;
import org.omnihall.hall.access.session.Sessions;
import org.omnihall.octets.MacAddress;

/** What the hall asks controllers of each vendor about a running session, read off the wire by radsniff (access rule 23). */
@ExtendWith(SystemHall.class)
class DynamicGoldenTest {

    private static final String SECRET = "radsniff-and-hall";
    private static final String USER = "User-Name = \"sun@office\"";
    private static final String SESSION = "Acct-Session-Id = \"golden-1\"";
    private static final String ADDRESS = "Framed-IP-Address = 10.9.8.7";
    private static final String MAC = "Calling-Station-Id = \"02-00-5E-00-00-09\"";

    /** By what each vendor finds a session, written by hand. */
    private static final Map<Vendor, List<String>> NAMES = Map.of(
            Vendor.STANDARD, List.of(USER, SESSION, ADDRESS, MAC),
            Vendor.HUAWEI, List.of(USER, SESSION, ADDRESS),
            Vendor.H3C, List.of(USER, SESSION, ADDRESS),
            Vendor.ZTE, List.of(USER, SESSION, ADDRESS),
            Vendor.CISCO, List.of(SESSION, MAC),
            Vendor.MIKROTIK, List.of(USER, SESSION, ADDRESS),
            Vendor.RUCKUS, List.of(SESSION, MAC),
            Vendor.ARUBA, List.of(USER, MAC),
            Vendor.WISPR, List.of(USER, SESSION),
            Vendor.CHILLISPOT, List.of(USER, SESSION));

    private static RunningHall hall;

    @BeforeAll
    static void demand(RunningHall running) {
        if (!Radclient.installed() || !Radsniff.installed()) {
            assertThat(System.getenv("CI"))
                    .as("radsniff is missing: apt-get install freeradius-utils")
                    .isNull();
            System.err.println("DynamicGoldenTest is SKIPPED: radsniff is missing (apt-get install freeradius-utils)");
            assumeTrue(false, "radsniff is missing");
        }
        hall = running;
        done(hall.bean(Accounts.class)
                .add(Draft.of("name", "sun@office", "password", "well-kept-7", "methods", "pap"), "test"));
    }

    private static <T> T done(Change<T> change) {
        return switch (change) {
            case Change.Done<T> it -> it.value();
            case Change.Refused<T> refused -> throw new AssertionError(refused.problems());
        };
    }

    @ParameterizedTest
    @EnumSource
    void namesTheSessionAndItsTermsInEachVendorsWords(Vendor vendor) throws IOException, InterruptedException {
        String address = "127.0.0." + (90 + List.of(Vendor.values()).indexOf(vendor));
        try (DatagramSocket ear = new DatagramSocket(new InetSocketAddress(InetAddress.ofLiteral(address), 0))) {
            ear.setSoTimeout(10_000);
            OpenSession session = online(vendor, address, ear.getLocalPort());
            var _ = hall.bean(Changes.class).change(session, "test").orElseThrow();
            List<String> change = Radsniff.decode(next(ear), SECRET);
            assertThat(change.getFirst()).isEqualTo("CoA-Request");
            assertThat(plain(change))
                    .containsExactlyInAnyOrderElementsOf(Stream.of(
                                    NAMES.get(vendor),
                                    List.of("Acct-Interim-Interval = 600", "Idle-Timeout = 900"),
                                    RadclientTest.GOLDEN.get(vendor))
                            .flatMap(List::stream)
                            .toList());
            assertThat(change).anyMatch(line -> line.matches("Class = 0x[0-9a-f]{46,}"));
            assertThat(change).anyMatch(line -> line.matches("Session-Timeout = 287[0-9]{2}|Session-Timeout = 28800"));
            assertDated(change);
            var _ = hall.bean(Disconnects.class).end(session, "test");
            List<String> end = Stream.generate(() -> next(ear))
                    .filter(octets -> octets[0] == 40)
                    .map(octets -> decoded(octets))
                    .findFirst()
                    .orElseThrow();
            assertThat(end.getFirst()).isEqualTo("Disconnect-Request");
            assertThat(plain(end)).containsExactlyInAnyOrderElementsOf(NAMES.get(vendor));
            assertDated(end);
        }
    }

    private static void assertDated(List<String> said) {
        assertThat(said).anyMatch(line -> line.matches("Event-Timestamp = \".+ UTC\""));
        assertThat(said).anyMatch(line -> line.matches("Message-Authenticator = 0x[0-9a-f]{32}"));
    }

    /** What stands in it beside what each packet has anew. */
    private static List<String> plain(List<String> said) {
        return said.stream()
                .skip(1)
                .filter(line -> !line.matches("(Message-Authenticator|Class|Session-Timeout|Event-Timestamp) = .*"))
                .toList();
    }

    private static List<String> decoded(byte[] octets) {
        try {
            return Radsniff.decode(octets, SECRET);
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static byte[] next(DatagramSocket ear) {
        DatagramPacket in = new DatagramPacket(new byte[4096], 4096);
        try {
            ear.receive(in);
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
        return Arrays.copyOf(in.getData(), in.getLength());
    }

    /** Li Sun logs in at a controller of the vendor. */
    private static OpenSession online(Vendor vendor, String address, int port) {
        AccessController controller = done(hall.bean(ControllerRegistry.class)
                .add(
                        Draft.of(
                                "name",
                                "dynamic-" + vendor,
                                "addresses",
                                address,
                                "vendor",
                                vendor.name(),
                                "radiusSecret",
                                SECRET,
                                "coaPort",
                                Integer.toString(port)),
                        "test"));
        RadiusListeners listeners = hall.bean(RadiusListeners.class);
        String[] who = {
            "User-Name = sun@office", "Calling-Station-Id = 02-00-5E-00-00-09", "Framed-IP-Address = 10.9.8.7"
        };
        String handle = new Radclient(listeners.authentication().getFirst(), address, SECRET)
                        .ask(
                                "auth",
                                String.join("\n", who),
                                "User-Password = well-kept-7",
                                "Message-Authenticator = 0x00")
                        .attributes()
                        .stream()
                        .filter(line -> line.startsWith("Class = "))
                        .findFirst()
                        .orElseThrow();
        assertThat(new Radclient(listeners.accounting().getFirst(), address, SECRET)
                        .ask(
                                "acct",
                                String.join("\n", who),
                                "Acct-Status-Type = Start",
                                "Acct-Session-Id = golden-1",
                                handle)
                        .answered())
                .isTrue();
        await("worked into the books", () -> listeners.booksBehind() == 0);
        return hall.bean(Sessions.class)
                .openFor(controller.id(), MacAddress.parse("02-00-5E-00-00-09"), Optional.empty())
                .orElseThrow();
    }
}
