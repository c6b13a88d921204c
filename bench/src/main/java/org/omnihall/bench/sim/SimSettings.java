package org.omnihall.bench.sim;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.omnihall.bench.ac.ControllerSettings;
import org.omnihall.bench.ac.Manners;
import org.omnihall.bench.population.Plan;
import org.omnihall.bench.sms.SmsCentre;
import org.omnihall.bench.wire.Faults;
import org.omnihall.octets.MacAddress;

/**
 * One run of the simulator.
 *
 * @param duration for how long phones arrive
 */
record SimSettings(
        ControllerSettings controller,
        Manners manners,
        Air air,
        Plan plan,
        Phones phones,
        Messages messages,
        Faults faults,
        Mishaps mishaps,
        Duration duration) {

    /** Where phones join. */
    record Air(String ssid, MacAddress accessPoint) {}

    /**
     * Who the phones are.
     *
     * @param firstNumber eleven digits; the next phone has the next number
     * @param firstAddress likewise; all must be addresses of this machine
     * @param authority the certificate that they trust beside no other; none: those that Java trusts
     */
    record Phones(long firstNumber, InetAddress firstAddress, Optional<Path> authority) {}

    /** How phones get their messages. */
    sealed interface Messages {

        /** From a simulated SMS centre to which the hall's gateway binds. */
        record Own(int port, SmsCentre.Login login) implements Messages {}

        /** From the demo's page of messages. */
        record Page(URI page) implements Messages {}
    }

    /** What befalls the controller, each after every such span. */
    record Mishaps(Optional<Duration> powerCut, Optional<Duration> restart, Optional<Duration> falseLogout) {}
}
