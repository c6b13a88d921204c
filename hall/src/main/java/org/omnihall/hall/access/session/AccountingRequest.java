package org.omnihall.hall.access.session;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.omnihall.hall.access.network.AccessController;
import org.omnihall.octets.MacAddress;
import org.omnihall.radius.AttributeType;
import org.omnihall.radius.AttributeTypes;
import org.omnihall.radius.MalformedPacket;
import org.omnihall.radius.Packet;

/** What a controller wants to have written down, read out of an Accounting-Request once (RFC 2866, RFC 2869 section 5.1). */
sealed interface AccountingRequest {

    /** About one session. */
    record Session(AccountingEvent event) implements AccountingRequest {}

    /** Accounting-On or -Off: about all of the controller's sessions. */
    record Reset(long controllerId, Instant at, String kind) implements AccountingRequest {}

    /** Acknowledged and not written: a status type that we have no use for, such as Tunnel-Start. */
    record Nothing() implements AccountingRequest {}

    /** What it says about a session, if about one. */
    default Stream<AccountingEvent> sessions() {
        return switch (this) {
            case Session(AccountingEvent event) -> Stream.of(event);
            case Reset _, Nothing _ -> Stream.empty();
        };
    }

    int START = 1;
    int STOP = 2;
    int INTERIM = 3;
    int ON = 7;
    int OFF = 8;

    /** NAS-Port-Type of wired ports: Async, Sync, ISDN, Virtual, Ethernet (RFC 2865 section 5.41). */
    int LAST_WIRED_DIAL = 5;

    int ETHERNET = 15;

    /** Throws {@link MalformedPacket} where what must be there is not. */
    static AccountingRequest read(Packet packet, AccessController ac, Instant receivedAt, SessionClass classes) {
        int status = (int) packet.integer(AttributeTypes.ACCT_STATUS_TYPE).orElseThrow(AccountingRequest::bad);
        Instant at = EventTime.of(
                packet.date(AttributeTypes.EVENT_TIMESTAMP),
                Duration.ofSeconds(
                        packet.integer(AttributeTypes.ACCT_DELAY_TIME).orElse(0)),
                receivedAt);
        return switch (status) {
            case START -> session(AccountingEvent.Kind.START, packet, ac, at, receivedAt, classes);
            case INTERIM -> session(AccountingEvent.Kind.INTERIM, packet, ac, at, receivedAt, classes);
            case STOP -> session(AccountingEvent.Kind.STOP, packet, ac, at, receivedAt, classes);
            case ON -> new Reset(ac.id(), at, "ON");
            case OFF -> new Reset(ac.id(), at, "OFF");
            default -> new Nothing();
        };
    }

    private static Session session(
            AccountingEvent.Kind kind,
            Packet packet,
            AccessController ac,
            Instant at,
            Instant receivedAt,
            SessionClass classes) {
        String name = packet.text(AttributeTypes.ACCT_SESSION_ID)
                .filter(id -> !id.isEmpty())
                .orElseThrow(AccountingRequest::bad);
        Optional<SessionClass.Handle> handle = packet.all(AttributeTypes.CLASS).stream()
                .flatMap(c -> classes.read(c).stream())
                .findFirst();
        Optional<String> cause = kind == AccountingEvent.Kind.STOP
                ? optional(packet.integer(AttributeTypes.ACCT_TERMINATE_CAUSE)).map(c -> "Acct-Terminate-Cause " + c)
                : Optional.empty();
        return new Session(new AccountingEvent(
                kind,
                ac.id(),
                clean(name),
                handle,
                device(packet, ac),
                at,
                receivedAt,
                kind == AccountingEvent.Kind.START ? Usage.NONE : usage(packet),
                cause));
    }

    private static AccountingEvent.Device device(Packet packet, AccessController ac) {
        CalledStation called = CalledStation.parse(
                packet.text(AttributeTypes.CALLED_STATION_ID).orElse(""));
        Optional<InetAddress> ip =
                packet.ipv4(AttributeTypes.FRAMED_IP_ADDRESS).or(() -> packet.ipv6(AttributeTypes.FRAMED_IPV6_ADDRESS));
        int port = (int) packet.integer(AttributeTypes.NAS_PORT_TYPE).orElse(19);
        return new AccountingEvent.Device(
                clean(ac.domain().toName(packet.text(AttributeTypes.USER_NAME).orElse(""))),
                packet.text(AttributeTypes.CALLING_STATION_ID).flatMap(MacAddress::parse),
                ip,
                called.ssid(),
                called.ap(),
                UserNetworks.in(packet),
                port > LAST_WIRED_DIAL && port != ETHERNET);
    }

    private static Usage usage(Packet packet) {
        return new Usage(
                octets(packet, AttributeTypes.ACCT_INPUT_OCTETS, AttributeTypes.ACCT_INPUT_GIGAWORDS),
                octets(packet, AttributeTypes.ACCT_OUTPUT_OCTETS, AttributeTypes.ACCT_OUTPUT_GIGAWORDS),
                packet.integer(AttributeTypes.ACCT_INPUT_PACKETS).orElse(0),
                packet.integer(AttributeTypes.ACCT_OUTPUT_PACKETS).orElse(0),
                Duration.ofSeconds(
                        packet.integer(AttributeTypes.ACCT_SESSION_TIME).orElse(0)));
    }

    /** The low 32 bits and how often they ran over (RFC 2869 section 5.1); above 63 bits it stays at the greatest number. */
    private static long octets(Packet packet, AttributeType low, AttributeType high) {
        long gigawords = packet.integer(high).orElse(0);
        return gigawords > Integer.MAX_VALUE
                ? Long.MAX_VALUE
                : gigawords << 32 | packet.integer(low).orElse(0);
    }

    /** PostgreSQL keeps no zero octet in a text. */
    private static String clean(String text) {
        return text.replace('\0', '\uFFFD');
    }

    private static Optional<Long> optional(OptionalLong value) {
        return value.isPresent() ? Optional.of(value.getAsLong()) : Optional.empty();
    }

    private static MalformedPacket bad() {
        return new MalformedPacket(MalformedPacket.Fault.BAD_VALUE);
    }
}
