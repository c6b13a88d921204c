package org.omnihall.portal;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.omnihall.octets.MacAddress;
import org.omnihall.octets.Octets;
import org.omnihall.portal.MalformedPacket.Fault;

/**
 * A Portal packet exactly as it travelled, attributes in wire order (docs/protocols/portal.md).
 *
 * @param authenticator 16 octets, or none where the dialect has none
 */
public record Packet(Header header, Octets authenticator, List<Attribute> attributes) {

    public static final int MAX_LENGTH = 1024;
    private static final int MAX_ATTRIBUTES = 255;

    public Packet {
        attributes = List.copyOf(attributes);
        if (!authenticator.isEmpty() && authenticator.length() != 16) {
            throw new IllegalArgumentException("authenticator of " + authenticator.length() + " octets");
        }
        if (attributes.size() > MAX_ATTRIBUTES || length(authenticator, attributes) > MAX_LENGTH) {
            throw new IllegalArgumentException("packet too long");
        }
    }

    private static int length(Octets authenticator, List<Attribute> attributes) {
        return Header.LENGTH
                + authenticator.length()
                + attributes.stream().mapToInt(Attribute::length).sum();
    }

    /** Reads all that remains in the buffer; throws {@link MalformedPacket} and nothing else. */
    public static Packet decode(ByteBuffer in, Dialect dialect) {
        if (in.remaining() > MAX_LENGTH) {
            throw new MalformedPacket(Fault.TOO_LONG);
        }
        if (in.remaining() < dialect.headerLength()) {
            throw new MalformedPacket(Fault.TOO_SHORT);
        }
        ByteBuffer octets = in.slice();
        in.position(in.limit());
        int version = octet(octets);
        if (!dialect.speaks(version)) {
            throw new MalformedPacket(Fault.WRONG_VERSION);
        }
        Type type = Type.of(octet(octets)).orElseThrow(() -> new MalformedPacket(Fault.UNKNOWN_TYPE));
        Header header = new Header(
                version,
                type,
                octet(octets),
                octet(octets),
                octets.getShort() & 0xffff,
                octets.getShort() & 0xffff,
                octets.getInt(),
                octets.getShort() & 0xffff,
                octet(octets));
        int count = octet(octets);
        Octets authenticator = Octets.take(octets, dialect.headerLength() - Header.LENGTH);
        return new Packet(header, authenticator, attributes(octets, count));
    }

    private static List<Attribute> attributes(ByteBuffer octets, int count) {
        List<Attribute> attributes = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            attributes.add(attribute(octets));
        }
        if (octets.hasRemaining()) {
            throw new MalformedPacket(Fault.TRAILING_OCTETS);
        }
        return attributes;
    }

    private static Attribute attribute(ByteBuffer octets) {
        if (octets.remaining() < 2) {
            throw new MalformedPacket(Fault.MISSING_ATTRIBUTE);
        }
        int type = octet(octets);
        int value = octet(octets) - 2;
        if (value < 0) {
            throw new MalformedPacket(Fault.BAD_LENGTH);
        }
        if (value > octets.remaining()) {
            throw new MalformedPacket(Fault.OVERRUN);
        }
        return new Attribute(type, Octets.take(octets, value));
    }

    private static int octet(ByteBuffer octets) {
        return octets.get() & 0xff;
    }

    /** The octets to send; {@link #decode} gives this packet back. */
    public byte[] encode() {
        ByteBuffer out = ByteBuffer.allocate(length(authenticator, attributes));
        header.writeTo(out, attributes.size());
        authenticator.writeTo(out);
        attributes.forEach(attribute -> attribute.writeTo(out));
        return out.array();
    }

    public Type type() {
        return header.type();
    }

    public int serial() {
        return header.serial();
    }

    public int requestId() {
        return header.requestId();
    }

    public int errCode() {
        return header.errCode();
    }

    /** All values of an attribute in wire order. */
    public Stream<Octets> all(AttributeType type) {
        return attributes.stream().filter(attribute -> attribute.is(type)).map(Attribute::value);
    }

    /** The first value of an attribute. */
    public Optional<Octets> first(AttributeType type) {
        return all(type).findFirst();
    }

    public Optional<String> text(AttributeType type) {
        return first(type).filter(value -> !value.isEmpty()).map(Octets::toText);
    }

    /** A number of 4 or 8 octets; unsigned in 4, and above 2^63 in 8 there is none. */
    public Optional<Long> number(AttributeType type) {
        return first(type).flatMap(value -> switch (value.length()) {
            case 4 -> Optional.of(Integer.toUnsignedLong(value.toInt()));
            case 8 -> Optional.of(value.toLong()).filter(number -> number >= 0);
            default -> Optional.empty();
        });
    }

    /** The client that the packet is about: attribute 0xF1, else the header's address unless that is 0. */
    public Optional<InetAddress> user() {
        Optional<InetAddress> ipv6 = first(AttributeType.USER_IPV6)
                .filter(value -> value.length() == 16)
                .map(Addresses::of);
        return ipv6.or(() -> Optional.of(header.userIp())
                .filter(ip -> ip != 0)
                .map(Octets::ofInt)
                .map(Addresses::of));
    }

    /** The client's MAC address from whichever of the three attributes carries it. */
    public Optional<MacAddress> mac() {
        return Stream.of(AttributeType.SESSION_ID, AttributeType.CLIENT_MAC_FF, AttributeType.CLIENT_MAC_E0)
                .flatMap(this::all)
                .flatMap(value -> MacAddress.of(value).stream())
                .findFirst();
    }

    /** An IPv4 or IPv6 address. */
    public Optional<InetAddress> address(AttributeType type) {
        return first(type)
                .filter(value -> value.length() == 4 || value.length() == 16)
                .map(Addresses::of);
    }

    /** The addresses of {@link AttributeType#USER_LIST} or {@link AttributeType#USER_IPV6_LIST}; what is left over at an end is ignored. */
    public List<InetAddress> addresses(AttributeType type) {
        int size = type == AttributeType.USER_IPV6_LIST ? 16 : 4;
        return all(type)
                .flatMap(list -> IntStream.range(0, list.length() / size)
                        .mapToObj(i -> Addresses.of(list.slice(i * size, (i + 1) * size))))
                .toList();
    }

    /** The beginning of an answer: same version, numbers and client, no error, unsigned. */
    public Packet answer(Type type) {
        Header same =
                new Header(header.version(), type, header.method(), 0, serial(), requestId(), header.userIp(), 0, 0);
        return new Packet(
                same,
                authenticator,
                attributes.stream()
                        .filter(attribute -> attribute.is(AttributeType.USER_IPV6))
                        .toList());
    }

    public Packet with(AttributeType type, Octets value) {
        List<Attribute> more = new ArrayList<>(attributes);
        more.add(new Attribute(type, value));
        return new Packet(header, authenticator, more);
    }

    public Packet with(AttributeType type, String text) {
        return with(type, Octets.ofText(text));
    }

    public Packet withMethod(int method) {
        return new Packet(header.withMethod(method), authenticator, attributes);
    }

    public Packet withReserved(int reserved) {
        return new Packet(header.withReserved(reserved), authenticator, attributes);
    }

    public Packet withSerial(int serial) {
        return new Packet(header.withSerial(serial), authenticator, attributes);
    }

    public Packet withRequestId(int requestId) {
        return new Packet(header.withRequestId(requestId), authenticator, attributes);
    }

    public Packet withErrCode(int errCode) {
        return new Packet(header.withErrCode(errCode), authenticator, attributes);
    }

    Packet withAuthenticator(Octets changed) {
        return new Packet(header, changed, attributes);
    }
}
