package org.omnihall.hall.access.dynamic;

import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.omnihall.hall.access.network.AccessController;
import org.omnihall.hall.access.network.Vendor;
import org.omnihall.hall.access.session.OpenSession;
import org.omnihall.hall.access.terms.SessionTerms;
import org.omnihall.hall.access.terms.TermAttributes;
import org.omnihall.octets.Octets;
import org.omnihall.radius.AttributeTypes;
import org.omnihall.radius.Code;
import org.omnihall.radius.Packet;
import org.omnihall.radius.PacketBuilder;

/**
 * Disconnect-Requests and CoA-Requests as their receiver wants them (RFC 5176 section 3): Message-Authenticator, Event-Timestamp, and by what
 * each vendor recognises a session. More than a device knows how to match makes it refuse, so the set differs.
 */
final class DynamicPackets {

    private enum By {
        USER_NAME,
        SESSION,
        IP,
        MAC
    }

    private static final Map<Vendor, Set<By>> IDENTIFIES = new EnumMap<>(Map.of(
            Vendor.STANDARD, EnumSet.of(By.USER_NAME, By.SESSION, By.IP, By.MAC),
            Vendor.HUAWEI, EnumSet.of(By.USER_NAME, By.SESSION, By.IP),
            Vendor.H3C, EnumSet.of(By.USER_NAME, By.SESSION, By.IP),
            Vendor.ZTE, EnumSet.of(By.USER_NAME, By.SESSION, By.IP),
            Vendor.CISCO, EnumSet.of(By.SESSION, By.MAC),
            Vendor.MIKROTIK, EnumSet.of(By.USER_NAME, By.SESSION, By.IP),
            Vendor.RUCKUS, EnumSet.of(By.SESSION, By.MAC),
            Vendor.ARUBA, EnumSet.of(By.USER_NAME, By.MAC),
            Vendor.WISPR, EnumSet.of(By.USER_NAME, By.SESSION),
            Vendor.CHILLISPOT, EnumSet.of(By.USER_NAME, By.SESSION)));

    private DynamicPackets() {}

    static Packet end(OpenSession session, AccessController ac, Instant now) {
        return dated(named(Code.DISCONNECT_REQUEST, session, ac), now);
    }

    /**
     * All that an Accept would carry now.
     *
     * @param handle the Class attribute, where the session's controller sent one of ours back
     */
    static Packet change(
            OpenSession session, AccessController ac, SessionTerms terms, Optional<Octets> handle, Instant now) {
        PacketBuilder packet = named(Code.COA_REQUEST, session, ac);
        handle.ifPresentOrElse(
                ours -> TermAttributes.add(packet, ac.vendor(), terms, ours),
                () -> TermAttributes.add(packet, ac.vendor(), terms));
        return dated(packet, now);
    }

    private static PacketBuilder named(Code code, OpenSession session, AccessController ac) {
        PacketBuilder packet =
                Packet.request(code).octets(AttributeTypes.MESSAGE_AUTHENTICATOR, Octets.of(new byte[16]));
        for (By by : IDENTIFIES.getOrDefault(ac.vendor(), EnumSet.allOf(By.class))) {
            identify(packet, by, session, ac);
        }
        return packet;
    }

    private static Packet dated(PacketBuilder packet, Instant now) {
        return packet.integer(AttributeTypes.EVENT_TIMESTAMP, now.getEpochSecond())
                .build();
    }

    private static void identify(PacketBuilder packet, By by, OpenSession session, AccessController ac) {
        switch (by) {
            case USER_NAME -> packet.text(AttributeTypes.USER_NAME, ac.domain().toController(session.userName()));
            case SESSION -> packet.text(AttributeTypes.ACCT_SESSION_ID, session.acctSessionId());
            case IP ->
                session.ip()
                        .ifPresent(ip -> packet.address(
                                ip.getAddress().length == 4
                                        ? AttributeTypes.FRAMED_IP_ADDRESS
                                        : AttributeTypes.FRAMED_IPV6_ADDRESS,
                                ip));
            case MAC ->
                session.mac()
                        .ifPresent(mac -> packet.text(
                                AttributeTypes.CALLING_STATION_ID,
                                mac.toString().replace(':', '-').toUpperCase(Locale.ROOT)));
        }
    }
}
