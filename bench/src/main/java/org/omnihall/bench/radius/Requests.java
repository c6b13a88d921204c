package org.omnihall.bench.radius;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** What a controller says at each step of a session. */
final class Requests {

    private static final int USER_NAME = 1;
    private static final int NAS_PORT = 5;
    static final int CLASS = 25;
    private static final int CALLED_STATION_ID = 30;
    private static final int CALLING_STATION_ID = 31;
    private static final int NAS_IDENTIFIER = 32;
    private static final int ACCT_STATUS_TYPE = 40;
    private static final int ACCT_INPUT_OCTETS = 42;
    private static final int ACCT_OUTPUT_OCTETS = 43;
    private static final int ACCT_SESSION_ID = 44;
    private static final int ACCT_SESSION_TIME = 46;
    private static final int EVENT_TIMESTAMP = 55;
    private static final int NAS_PORT_TYPE = 61;
    private static final int WIRELESS = 19;

    private final Clock clock = Clock.systemUTC();
    private final RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
    private final Wire wire;
    private final Traffic traffic;
    private final String run;
    private final byte[] password;
    private final byte[] wrongPassword;
    private final byte[] identity;
    private final byte[] called = octets("00-11-22-33-44-55:bench");

    /** @param run the beginning of the sessions' ids, which must be new */
    Requests(Wire wire, Traffic traffic, String name, String run) {
        this.wire = wire;
        this.traffic = traffic;
        this.run = run;
        this.password = octets(traffic.password());
        this.wrongPassword = octets("not-" + traffic.password().substring(0, 4));
        this.identity = octets(name);
    }

    /** Writes the request of a slot's step, with a fresh authenticator. */
    void write(Slot slot) {
        if (slot.step == Traffic.Step.ACCESS) {
            random.nextBytes(slot.authenticator);
            wire.beginAccess(slot.identifier, slot.authenticator);
            who(slot);
            wire.password(traffic.isWrong(slot.session) ? wrongPassword : password);
            wire.endAccess();
        } else {
            wire.beginAccounting(slot.identifier);
            who(slot);
            account(slot);
            wire.endAccounting();
            System.arraycopy(wire.packet(), 4, slot.authenticator, 0, Wire.AUTHENTICATOR);
        }
    }

    private void who(Slot slot) {
        int subscriber = traffic.subscriber(slot.session);
        wire.octets(USER_NAME, octets("bench" + subscriber));
        wire.octets(CALLING_STATION_ID, octets(mac(subscriber)));
        wire.octets(CALLED_STATION_ID, called);
        wire.octets(NAS_IDENTIFIER, identity);
        wire.integer(NAS_PORT_TYPE, WIRELESS);
        wire.integer(NAS_PORT, subscriber);
    }

    private void account(Slot slot) {
        int seconds = slot.step.seconds();
        wire.integer(ACCT_STATUS_TYPE, slot.step.status());
        wire.octets(ACCT_SESSION_ID, octets(run + slot.session));
        wire.integer(EVENT_TIMESTAMP, (int) clock.instant().getEpochSecond());
        if (slot.step != Traffic.Step.START) {
            wire.integer(ACCT_SESSION_TIME, seconds);
            wire.integer(ACCT_INPUT_OCTETS, seconds * 1_000);
            wire.integer(ACCT_OUTPUT_OCTETS, seconds * 10_000);
        }
        if (slot.handleLength > 0) {
            wire.octets(CLASS, Arrays.copyOf(slot.handle, slot.handleLength));
        }
    }

    private static String mac(int subscriber) {
        StringBuilder mac = new StringBuilder("02-00");
        for (int shift = 24; shift >= 0; shift -= 8) {
            mac.append('-')
                    .append(Character.forDigit((subscriber >>> (shift + 4)) & 15, 16))
                    .append(Character.forDigit((subscriber >>> shift) & 15, 16));
        }
        return mac.toString();
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
