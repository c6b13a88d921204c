package org.omnihall.radius;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.omnihall.octets.Octets;

/** A packet in the making; attributes keep the order in which they were added. Not for use by two threads. */
public final class PacketBuilder {

    private final Code code;
    private final int identifier;
    private final Octets authenticator;
    private final List<Attribute> attributes = new ArrayList<>();

    PacketBuilder(Code code, int identifier, Octets authenticator) {
        this.code = code;
        this.identifier = identifier;
        this.authenticator = authenticator;
    }

    public PacketBuilder add(Attribute attribute) {
        attributes.add(attribute);
        return this;
    }

    public PacketBuilder octets(AttributeType type, Octets value) {
        return add(Attribute.of(type, value));
    }

    /** UTF-8; at most 253 octets, a vendor's at most 247. */
    public PacketBuilder text(AttributeType type, String value) {
        return octets(type, Octets.ofText(value));
    }

    /** An unsigned 32-bit number. */
    public PacketBuilder integer(AttributeType type, long value) {
        if (value < 0 || value > 0xffffffffL) {
            throw new IllegalArgumentException("not an unsigned 32-bit number: " + value);
        }
        return octets(type, Octets.ofInt((int) value));
    }

    public PacketBuilder integer64(AttributeType type, long value) {
        return octets(type, Octets.ofLong(value));
    }

    /** An IPv4 or IPv6 address, in 4 or 16 octets. */
    public PacketBuilder address(AttributeType type, InetAddress value) {
        return octets(type, Octets.of(value.getAddress()));
    }

    /** A value of any length in as many attributes as it needs, as for EAP-Message (RFC 3579 section 3.1). */
    public PacketBuilder split(AttributeType type, Octets value) {
        int size = type.isVendor() ? VendorAttribute.MAX_VALUE : Attribute.MAX_VALUE;
        for (int from = 0; from < value.length(); from += size) {
            octets(type, value.slice(from, Math.min(from + size, value.length())));
        }
        return this;
    }

    public Packet build() {
        return new Packet(code, identifier, authenticator, attributes);
    }
}
