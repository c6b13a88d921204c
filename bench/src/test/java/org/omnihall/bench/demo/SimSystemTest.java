package org.omnihall.bench.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.omnihall.bench.sim.Simulator;
import org.omnihall.hall.access.network.Change;
import org.omnihall.hall.access.network.ControllerRegistry;
import org.omnihall.hall.access.network.Draft;

/** The simulator as somebody types it, against a hall that knows it only as an access controller at an address. */
@ExtendWith(SystemHall.class)
class SimSystemTest {

    private static final String RADIUS = "radius-secret-of-the-test";
    private static final String PORTAL = "portal-secret-of-the-test";

    @BeforeAll
    static void register(RunningHall hall) {
        int offset = hall.node().portOffset();
        assertThat(hall.bean(ControllerRegistry.class)
                        .add(
                                Draft.of(
                                        "name", "AC-SIM",
                                        "addresses", "127.0.0.31",
                                        "vendor", "HUAWEI",
                                        "dialect", "HUAWEI2",
                                        "redirectMap", "HUAWEI",
                                        "nasIdentifier", "AC-SIM",
                                        "radiusSecret", RADIUS,
                                        "portalSecret", PORTAL,
                                        "portalPort", String.valueOf(2000 + offset),
                                        "coaPort", String.valueOf(3799 + offset)),
                                "test"))
                .isInstanceOf(Change.Done.class);
    }

    @Test
    void bringsPhonesOfEveryKindOnlineAndSaysSo(RunningHall hall) throws IOException, InterruptedException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int status = sim(
                hall,
                said,
                "--duration",
                "6s",
                "--rate",
                "120",
                "--stay",
                "1s",
                "--returning",
                "0",
                "--closing",
                "0.3",
                "--resuming",
                "0.3",
                "--ignoring",
                "0.2",
                "--lose",
                "0.02",
                "--first-number",
                "13857800000");
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains(" 0 failed", "Accounting", "0 not acknowledged", "Wires")
                .containsPattern("Journeys {4}[1-9]\\d* good, 0 failed, [1-9]\\d* not tried");
        assertThat(status).isZero();
    }

    @Test
    void endsWithOneAndTheReasonWhenJourneysFail(RunningHall hall) throws IOException, InterruptedException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int status = sim(hall, said, "--duration", "1s", "--rate", "120", "--silent", "--first-number", "13857810000");
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("LOGIN_FAILED, such as", "Journeys    0 good");
        assertThat(status).isEqualTo(1);
    }

    private static int sim(RunningHall hall, ByteArrayOutputStream said, String... typed)
            throws IOException, InterruptedException {
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        try (PhonePage messages =
                new PhonePage(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), hall.centre())) {
            List<String> all = new ArrayList<>(List.of(typed));
            all.add("--port-offset=" + hall.node().portOffset());
            all.add("--ca=" + hall.node().home().resolve("tls/ca.pem"));
            all.add("--sms-page=" + messages.address());
            BufferedReader in = new BufferedReader(new StringReader(RADIUS + "\n" + PORTAL + "\n"));
            return Simulator.main(all, Map.of(), in, out, out);
        }
    }
}
