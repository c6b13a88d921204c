package org.omnihall.radius;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.omnihall.octets.Octets;
import org.omnihall.radius.MalformedPacket.Fault;

/**
 * A RADIUS packet exactly as it travelled, attributes in wire order (RFC 2865 section 3).
 *
 * <p>The typed accessors give nothing when the attribute is absent and throw {@link MalformedPacket} with {@link Fault#BAD_VALUE} when it is
 * there but is not of that type; the server's edge counts that like any other malformed packet.
 *
 * @param identifier 0 to 255
 * @param authenticator 16 octets
 */
public record Packet(Code code, int identifier, Octets authenticator, List<Attribute> attributes) {

    /** The most octets that a packet can have (RFC 2865 section 3). */
    public static final int MAX_LENGTH = 4096;

    /** The octets before the first attribute. */
    public static final int HEADER_LENGTH = 20;

    static final Octets NO_AUTHENTICATOR = Octets.of(new byte[16]);

    public Packet {
        if (identifier < 0 || identifier > 255) {
            throw new IllegalArgumentException("identifier must be one octet: " + identifier);
        }
        if (authenticator.length() != 16) {
            throw new IllegalArgumentException("authenticator must be 16 octets: " + authenticator.length());
        }
        attributes = List.copyOf(attributes);
        if (lengthOf(attributes) > MAX_LENGTH) {
            throw new IllegalArgumentException("packet must be at most 4096 octets: " + lengthOf(attributes));
        }
    }

    /** A request that the client will give its identifier; the authenticator of an Access-Request must be random, see RFC 2865 section 3. */
    public static PacketBuilder request(Code code, Octets authenticator) {
        return new PacketBuilder(code, 0, authenticator);
    }

    /** A request whose authenticator is computed when it is signed: accounting, CoA, Disconnect. */
    public static PacketBuilder request(Code code) {
        return request(code, NO_AUTHENTICATOR);
    }

    /** A reply to this request; its authenticator is computed when it is signed. Proxy-State is copied as RFC 2865 section 5.33 demands. */
    public PacketBuilder reply(Code replyCode) {
        PacketBuilder reply = new PacketBuilder(replyCode, identifier, NO_AUTHENTICATOR);
        for (Attribute attribute : attributes) {
            if (attribute.type() == AttributeTypes.PROXY_STATE.number()) {
                reply.add(attribute);
            }
        }
        return reply;
    }

    /** Reads one packet; octets behind its length field are padding (RFC 2865 section 3). Throws {@link MalformedPacket}, nothing else. */
    public static Packet decode(ByteBuffer in) {
        if (in.remaining() < HEADER_LENGTH) {
            throw new MalformedPacket(Fault.TOO_SHORT);
        }
        ByteBuffer rest = in.duplicate();
        Optional<Code> code = Code.of(rest.get() & 0xff);
        int identifier = rest.get() & 0xff;
        int length = rest.getShort() & 0xffff;
        if (length < HEADER_LENGTH || length > MAX_LENGTH || length > in.remaining()) {
            throw new MalformedPacket(Fault.BAD_LENGTH);
        }
        Octets authenticator = Octets.take(rest, 16);
        rest.limit(in.position() + length);
        List<Attribute> attributes = new ArrayList<>();
        while (rest.hasRemaining()) {
            attributes.add(Attribute.decode(rest));
        }
        return new Packet(
                code.orElseThrow(() -> new MalformedPacket(Fault.UNKNOWN_CODE)), identifier, authenticator, attributes);
    }

    /** The octets on the wire; {@code decode(encode(p)).equals(p)}, always. */
    public byte[] encode() {
        ByteBuffer out = ByteBuffer.allocate(lengthOf(attributes));
        out.put((byte) code.number()).put((byte) identifier).putShort((short) out.capacity());
        authenticator.writeTo(out);
        for (Attribute attribute : attributes) {
            attribute.encode(out);
        }
        return out.array();
    }

    private static int lengthOf(List<Attribute> attributes) {
        int length = HEADER_LENGTH;
        for (Attribute attribute : attributes) {
            length += attribute.encodedLength();
        }
        return length;
    }

    /** All values of an attribute, standard or vendor, in wire order. */
    public List<Octets> all(AttributeType type) {
        List<Octets> found = new ArrayList<>();
        for (Attribute attribute : attributes) {
            found.addAll(values(attribute, type));
        }
        return found;
    }

    /** The first value of an attribute, standard or vendor. */
    public Optional<Octets> first(AttributeType type) {
        int carrier = type.isVendor() ? VendorAttribute.CARRIER : type.number();
        // By index: a packet is asked a dozen times, and an iterator costs more than the answer.
        for (int at = 0; at < attributes.size(); at++) {
            Attribute attribute = attributes.get(at);
            if (attribute.type() != carrier) {
                continue;
            }
            if (!type.isVendor()) {
                return Optional.of(attribute.value());
            }
            List<Octets> values = values(attribute, type);
            if (!values.isEmpty()) {
                return Optional.of(values.getFirst());
            }
        }
        return Optional.empty();
    }

    /** The first value of a vendor's attribute. */
    public Optional<Octets> vendor(int vendor, int number) {
        return first(AttributeType.vendor(vendor, number));
    }

    public boolean has(AttributeType type) {
        return first(type).isPresent();
    }

    private static List<Octets> values(Attribute attribute, AttributeType type) {
        if (!type.isVendor()) {
            return attribute.type() == type.number() ? List.of(attribute.value()) : List.of();
        }
        return VendorAttribute.in(attribute).stream()
                .filter(a -> a.vendor() == type.vendor() && a.number() == type.number())
                .map(VendorAttribute::value)
                .toList();
    }

    /** The values of all pieces put together, as for EAP-Message (RFC 3579 section 3.1). */
    public Optional<Octets> joined(AttributeType type) {
        return all(type).stream().reduce(Octets::plus);
    }

    /** The attribute as UTF-8 text. */
    public Optional<String> text(AttributeType type) {
        return first(type).map(Octets::toText);
    }

    /** The attribute as an unsigned 32-bit number. */
    public OptionalLong integer(AttributeType type) {
        return first(type)
                .map(value ->
                        OptionalLong.of(Integer.toUnsignedLong(exactly(4, value).toInt())))
                .orElse(OptionalLong.empty());
    }

    /** The attribute as a 64-bit number (RFC 6929 section 2.2), whose sign is the caller's matter. */
    public OptionalLong integer64(AttributeType type) {
        return first(type)
                .map(value -> OptionalLong.of(exactly(8, value).toLong()))
                .orElse(OptionalLong.empty());
    }

    /** The attribute as a moment, seconds since 1970 on the wire. */
    public Optional<Instant> date(AttributeType type) {
        return integer(type).stream().mapToObj(Instant::ofEpochSecond).findFirst();
    }

    public Optional<InetAddress> ipv4(AttributeType type) {
        return first(type).map(value -> address(exactly(4, value)));
    }

    public Optional<InetAddress> ipv6(AttributeType type) {
        return first(type).map(value -> address(exactly(16, value)));
    }

    private static Octets exactly(int length, Octets value) {
        if (value.length() != length) {
            throw new MalformedPacket(Fault.BAD_VALUE);
        }
        return value;
    }

    private static InetAddress address(Octets value) {
        try {
            return InetAddress.getByAddress(value.toBytes());
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
