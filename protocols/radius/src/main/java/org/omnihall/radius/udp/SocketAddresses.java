package org.omnihall.radius.udp;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteOrder;
import java.nio.channels.UnsupportedAddressTypeException;

/** Socket addresses as the system writes them: sockaddr_in and sockaddr_in6 (ip(7), ipv6(7)). Of one thread. */
final class SocketAddresses {

    /** Octets of the larger of the two. */
    static final int LARGEST = 28;

    private static final int ROOM = 32;
    private static final int SMALLER = 16;
    private static final int PORT_AT = 2;
    private static final int IPV4_AT = 4;
    private static final int IPV6_AT = 8;
    private static final int SCOPE_AT = 24;
    private static final int IPV4_LENGTH = 4;
    private static final int IPV6_LENGTH = 16;

    /** What stands before an IPv4 address in a mapped one (RFC 4291 section 2.5.5.2). */
    private static final int MAPPED_ZEROS = 10;

    private static final ValueLayout.OfShort FAMILY = ValueLayout.JAVA_SHORT;
    private static final ValueLayout.OfShort PORT = ValueLayout.JAVA_SHORT.withOrder(ByteOrder.BIG_ENDIAN);

    private final MemorySegment addresses;
    private final MemorySegment known;

    /** That of {@code known}; at first both are zeros. */
    private InetSocketAddress knownAddress = new InetSocketAddress(0);

    SocketAddresses(Arena arena, int many) {
        this.addresses = arena.allocate((long) ROOM * many, Long.BYTES);
        this.known = arena.allocate(ROOM, Long.BYTES);
    }

    MemorySegment at(int index) {
        return addresses.asSlice((long) index * ROOM, ROOM);
    }

    /** One object for those that follow each other and are the same, for most are. */
    InetSocketAddress get(int index) {
        MemorySegment raw = at(index);
        int length = raw.get(FAMILY, 0) == Libc.INET ? IPV6_AT : LARGEST;
        if (MemorySegment.mismatch(raw, 0, length, known, 0, length) >= 0) {
            MemorySegment.copy(raw, 0, known, 0, length);
            knownAddress = read(raw);
        }
        return knownAddress;
    }

    private static InetSocketAddress read(MemorySegment raw) {
        boolean small = raw.get(FAMILY, 0) == Libc.INET;
        byte[] address = new byte[small ? IPV4_LENGTH : IPV6_LENGTH];
        MemorySegment.copy(raw, ValueLayout.JAVA_BYTE, small ? IPV4_AT : IPV6_AT, address, 0, address.length);
        int scope = small ? 0 : raw.get(ValueLayout.JAVA_INT, SCOPE_AT);
        return new InetSocketAddress(of(address, scope), Short.toUnsignedInt(raw.get(PORT, PORT_AT)));
    }

    private static InetAddress of(byte[] address, int scope) {
        try {
            return scope == 0 ? InetAddress.getByAddress(address) : Inet6Address.getByAddress(null, address, scope);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Writes an address for a socket of a family: how many octets it has. */
    int put(int index, InetSocketAddress address, int family) {
        MemorySegment raw = at(index);
        byte[] octets = address.getAddress().getAddress();
        raw.fill((byte) 0);
        raw.set(FAMILY, 0, (short) family);
        raw.set(PORT, PORT_AT, (short) address.getPort());
        if (family == Libc.INET) {
            if (octets.length != IPV4_LENGTH) {
                throw new UnsupportedAddressTypeException();
            }
            MemorySegment.copy(octets, 0, raw, ValueLayout.JAVA_BYTE, IPV4_AT, IPV4_LENGTH);
            return SMALLER;
        }
        if (octets.length == IPV4_LENGTH) {
            raw.set(FAMILY, IPV6_AT + MAPPED_ZEROS, (short) -1);
        }
        MemorySegment.copy(octets, 0, raw, ValueLayout.JAVA_BYTE, IPV6_AT + IPV6_LENGTH - octets.length, octets.length);
        if (address.getAddress() instanceof Inet6Address there) {
            raw.set(ValueLayout.JAVA_INT, SCOPE_AT, there.getScopeId());
        }
        return LARGEST;
    }
}
