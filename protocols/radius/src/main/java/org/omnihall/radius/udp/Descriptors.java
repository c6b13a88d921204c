package org.omnihall.radius.udp;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.net.BindException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Opens and binds descriptors of UDP for sockets that own them from then on. */
final class Descriptors {

    private Descriptors() {}

    /** Makes the socket of a descriptor that is bound; where it cannot, the descriptor is given back. */
    @FunctionalInterface
    interface Owner<T> {
        T of(int descriptor, int family);
    }

    /** On all addresses it is a socket of both families, where the machine has both. */
    static <T> T bound(InetSocketAddress address, Owner<T> owner) throws IOException {
        if (!address.getAddress().isAnyLocalAddress() || Boolean.getBoolean("java.net.preferIPv4Stack")) {
            return bound(address.getAddress() instanceof Inet4Address ? Libc.INET : Libc.INET6, address, owner);
        }
        try {
            return bound(Libc.INET6, everywhere(16, address.getPort()), owner);
        } catch (BindException taken) {
            throw taken;
        } catch (IOException noIpv6) {
            return bound(Libc.INET, everywhere(4, address.getPort()), owner);
        }
    }

    private static InetSocketAddress everywhere(int octets, int port) throws IOException {
        return new InetSocketAddress(InetAddress.getByAddress(new byte[octets]), port);
    }

    private static <T> T bound(int family, InetSocketAddress address, Owner<T> owner) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment errors = Libc.errors(arena);
            int descriptor = Libc.socket(errors, family);
            boolean owned = false;
            try {
                Libc.receiveBuffer(errors, descriptor, UdpSocket.RECEIVE_BUFFER);
                if (family == Libc.INET6) {
                    Libc.ofBothFamilies(errors, descriptor);
                }
                SocketAddresses own = new SocketAddresses(arena, 1);
                int length = own.put(0, address, family);
                Libc.bind(errors, descriptor, own.at(0), length);
                T socket = owner.of(descriptor, family);
                owned = true;
                return socket;
            } finally {
                if (!owned) {
                    Libc.close(errors, descriptor);
                }
            }
        }
    }
}
