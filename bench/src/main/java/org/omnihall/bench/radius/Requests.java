package org.omnihall.bench.radius;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.random.RandomGenerator;

/** What a controller says at each step of a session. */
final class Requests {

    private static final int USER_NAME = 1;
    private static final int NAS_PORT = 5;
    static final int CLASS = 25;
    static final int SESSION_TIMEOUT = 27;
    private static final int CALLED_STATION_ID = 30;
    private static final int CALLING_STATION_ID = 31;
    private static final int NAS_IDENTIFIER = 32;
    private static final int ACCT_STATUS_TYPE = 40;
    private static final int ACCT_DELAY_TIME = 41;
    private static final int ACCT_INPUT_OCTETS = 42;
    private static final int ACCT_OUTPUT_OCTETS = 43;
    private static final int ACCT_SESSION_ID = 44;
    private static final int ACCT_SESSION_TIME = 46;
    private static final int ACCT_INPUT_GIGAWORDS = 52;
    private static final int ACCT_OUTPUT_GIGAWORDS = 53;
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
        this.password = octets(traffic.who().password());
        this.wrongPassword = octets("not-" + traffic.who().password().substring(0, 4));
        this.identity = octets(name);
    }

    /** Writes the request of a slot's step, with a fresh authenticator. */
    void write(Slot slot) {
        Session session = slot.session;
        if (session.step().isAccess()) {
            random.nextBytes(slot.authenticator);
            wire.beginAccess(slot.identifier, slot.authenticator);
            who(session);
            wire.password(traffic.isWrong(session.number) ? wrongPassword : password);
            wire.endAccess();
        } else {
            wire.beginAccounting(slot.identifier);
            who(session);
            account(session);
            wire.endAccounting();
            System.arraycopy(wire.packet(), 4, slot.authenticator, 0, Wire.AUTHENTICATOR);
        }
    }

    private void who(Session session) {
        int subscriber = traffic.subscriber(session.number);
        wire.octets(USER_NAME, octets("bench" + subscriber));
        wire.octets(CALLING_STATION_ID, octets(mac(traffic.device(session), subscriber)));
        wire.octets(CALLED_STATION_ID, called);
        wire.octets(NAS_IDENTIFIER, identity);
        wire.integer(NAS_PORT_TYPE, WIRELESS);
        wire.integer(NAS_PORT, subscriber);
    }

    private void account(Session session) {
        wire.integer(ACCT_STATUS_TYPE, session.step().status());
        wire.octets(ACCT_SESSION_ID, octets(run + session.number));
        event(session);
        if (session.step() != Traffic.Step.START) {
            wire.integer(ACCT_SESSION_TIME, session.step().seconds());
            count(ACCT_INPUT_OCTETS, ACCT_INPUT_GIGAWORDS, session.step().upOctets());
            count(ACCT_OUTPUT_OCTETS, ACCT_OUTPUT_GIGAWORDS, traffic.downOctets(session.number, session.step()));
        }
        if (session.handle().length > 0) {
            wire.octets(CLASS, session.handle());
        }
    }

    /** When it happened, and how long ago that is where it is told again (RFC 2866 section 5.2). */
    private void event(Session session) {
        long now = clock.instant().getEpochSecond();
        session.happened = session.happened == 0 ? now : session.happened;
        wire.integer(EVENT_TIMESTAMP, (int) session.happened);
        if (now > session.happened) {
            wire.integer(ACCT_DELAY_TIME, (int) (now - session.happened));
        }
    }

    private void count(int octets, int gigawords, long counted) {
        wire.integer(octets, (int) counted);
        if (counted >>> Integer.SIZE > 0) {
            wire.integer(gigawords, (int) (counted >>> Integer.SIZE));
        }
    }

    /** @param device 0, or 1 for a subscriber's second one */
    private static String mac(int device, int subscriber) {
        StringBuilder mac = new StringBuilder("02-0").append(device);
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
