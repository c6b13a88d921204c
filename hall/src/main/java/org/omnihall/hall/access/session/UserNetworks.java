package org.omnihall.hall.access.session;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.omnihall.hall.access.network.Cidr;
import org.omnihall.octets.Octets;
import org.omnihall.radius.AttributeTypes;
import org.omnihall.radius.MalformedPacket;
import org.omnihall.radius.Packet;

/**
 * The IPv6 addresses and prefixes that an Accounting-Request says a user has: Framed-IPv6-Address (RFC 6911), Framed-IPv6-Prefix (RFC 3162) and
 * Delegated-IPv6-Prefix (RFC 4818), each as often as it stands there. A phone makes itself new addresses all the time, so a session has many.
 */
final class UserNetworks {

    /** Of one packet; what is beyond is not kept. */
    static final int MOST = 32;

    private static final int ADDRESS = 16;
    private static final int PREFIX_HEAD = 2;
    private static final int BITS = 128;

    private UserNetworks() {}

    /** @throws MalformedPacket where one of them is none */
    static Set<Cidr> in(Packet packet) {
        Stream<Cidr> addresses =
                packet.all(AttributeTypes.FRAMED_IPV6_ADDRESS).stream().map(value -> new Cidr(address(value), BITS));
        Stream<Cidr> prefixes = Stream.of(AttributeTypes.FRAMED_IPV6_PREFIX, AttributeTypes.DELEGATED_IPV6_PREFIX)
                .flatMap(type -> packet.all(type).stream())
                .map(UserNetworks::prefix);
        Set<Cidr> found = new LinkedHashSet<>();
        Stream.concat(addresses, prefixes).limit(MOST).forEach(found::add);
        return Set.copyOf(found);
    }

    /** An octet that means nothing, the length in bits, and as many octets as there may be (RFC 3162 section 2.3). */
    private static Cidr prefix(Octets value) {
        int octets = value.length() - PREFIX_HEAD;
        if (octets < 0 || octets > ADDRESS || value.at(1) > BITS || octets * 8 < value.at(1)) {
            throw bad();
        }
        Octets whole = value.slice(PREFIX_HEAD, value.length()).plus(Octets.of(new byte[ADDRESS - octets]));
        return new Cidr(address(whole), value.at(1));
    }

    private static InetAddress address(Octets value) {
        if (value.length() != ADDRESS) {
            throw bad();
        }
        try {
            return InetAddress.getByAddress(value.toBytes());
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("an address of 16 octets", impossible);
        }
    }

    private static MalformedPacket bad() {
        return new MalformedPacket(MalformedPacket.Fault.BAD_VALUE);
    }
}
