package org.omnihall.hall.access.dynamic;

import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
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
import org.omnihall.radius.Attribute;
import org.omnihall.radius.AttributeType;
import org.omnihall.radius.AttributeTypes;
import org.omnihall.radius.Code;
import org.omnihall.radius.Packet;
import org.omnihall.radius.PacketBuilder;

/**
 * Disconnect-Requests and CoA-Requests as their receiver wants them (RFC 5176 section 3): Message-Authenticator, Event-Timestamp, and by what
 * each vendor recognises a session. More than a device knows how to match makes it refuse, so the set differs.
 *
 * <p>A name that was no text when it was heard, or is too long with its domain, cannot be said back: the session is then recognised by the rest.
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

    /** What stands for a character that was none. */
    private static final char NO_TEXT = '\uFFFD';

    private DynamicPackets() {}

    /** Nothing where no attribute can say which session is meant. */
    static Optional<Packet> end(OpenSession session, AccessController ac, Instant now) {
        return named(Code.DISCONNECT_REQUEST, session, ac).map(packet -> dated(packet, now));
    }

    /**
     * All that an Accept would carry now; nothing where no attribute can say which session is meant.
     *
     * @param handle the Class attribute, where the session's controller sent one of ours back
     */
    static Optional<Packet> change(
            OpenSession session, AccessController ac, SessionTerms terms, Optional<Octets> handle, Instant now) {
        return named(Code.COA_REQUEST, session, ac).map(packet -> {
            handle.ifPresentOrElse(
                    ours -> TermAttributes.add(packet, ac.vendor(), ac.volumeUnit(), terms, ours),
                    () -> TermAttributes.add(packet, ac.vendor(), ac.volumeUnit(), terms));
            return dated(packet, now);
        });
    }

    private static Optional<PacketBuilder> named(Code code, OpenSession session, AccessController ac) {
        Set<By> all = EnumSet.allOf(By.class);
        Set<By> usual = IDENTIFIES.getOrDefault(ac.vendor(), all);
        Map<By, Attribute> names = attributes(usual, session, ac);
        if (!names.keySet().containsAll(texts(usual)) && isNobodyInParticular(names)) {
            names = attributes(all, session, ac);
            if (isNobodyInParticular(names)) {
                return Optional.empty();
            }
        }
        PacketBuilder packet =
                Packet.request(code).octets(AttributeTypes.MESSAGE_AUTHENTICATOR, Octets.of(new byte[16]));
        names.values().forEach(packet::add);
        return Optional.of(packet);
    }

    /** Every session has these. */
    private static Set<By> texts(Set<By> of) {
        Set<By> texts = EnumSet.of(By.USER_NAME, By.SESSION);
        texts.retainAll(of);
        return texts;
    }

    /** A user may have several sessions. */
    private static boolean isNobodyInParticular(Map<By, Attribute> names) {
        return Set.of(By.USER_NAME).containsAll(names.keySet());
    }

    private static Map<By, Attribute> attributes(Set<By> wanted, OpenSession session, AccessController ac) {
        Map<By, Attribute> names = new LinkedHashMap<>();
        wanted.forEach(by -> attribute(by, session, ac).ifPresent(name -> names.put(by, name)));
        return names;
    }

    private static Packet dated(PacketBuilder packet, Instant now) {
        return packet.integer(AttributeTypes.EVENT_TIMESTAMP, now.getEpochSecond())
                .build();
    }

    private static Optional<Attribute> attribute(By by, OpenSession session, AccessController ac) {
        return switch (by) {
            case USER_NAME -> text(AttributeTypes.USER_NAME, ac.domain().toController(session.userName()));
            case SESSION -> text(AttributeTypes.ACCT_SESSION_ID, session.acctSessionId());
            case IP ->
                session.ip()
                        .map(ip -> Attribute.of(
                                ip.getAddress().length == 4
                                        ? AttributeTypes.FRAMED_IP_ADDRESS
                                        : AttributeTypes.FRAMED_IPV6_ADDRESS,
                                Octets.of(ip.getAddress())));
            case MAC ->
                session.mac()
                        .flatMap(mac -> text(
                                AttributeTypes.CALLING_STATION_ID,
                                mac.toString().replace(':', '-').toUpperCase(Locale.ROOT)));
        };
    }

    private static Optional<Attribute> text(AttributeType type, String text) {
        Octets octets = Octets.ofText(text);
        return text.indexOf(NO_TEXT) < 0 && octets.length() <= Attribute.MAX_VALUE
                ? Optional.of(Attribute.of(type, octets))
                : Optional.empty();
    }
}
