package org.omnihall.radius.udp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/** A bound socket. One thread reads it, any thread sends. */
public sealed interface UdpSocket extends AutoCloseable permits ChannelSocket, BatchSocket {

    /** The octets that wait in the system while the reader is busy. */
    int RECEIVE_BUFFER = 4 << 20;

    /** What the reading thread is told; it may keep neither buffer. */
    interface Ear {

        /** @param datagram from its position to its limit, cut off at the most that the ear wants */
        void received(ByteBuffer datagram, InetSocketAddress source);

        /** The system did not take what was to be sent. */
        void unsent(InetSocketAddress destination, IOException why);
    }

    /**
     * Binds.
     *
     * @param address port 0 takes a free one
     * @param most the octets of a datagram that are read
     * @throws IOException where the address is taken or not of this machine
     */
    static UdpSocket bind(InetSocketAddress address, int most, Ear ear) throws IOException {
        return Libc.isHere() ? BatchSocket.bind(address, most, ear) : ChannelSocket.bind(address, most, ear);
    }

    InetSocketAddress address() throws IOException;

    /**
     * Waits for datagrams and hands over those that are there. What the ear sends from this thread meanwhile goes out before this returns.
     *
     * @throws java.nio.channels.ClosedChannelException once the socket is closed, and each time afterwards
     */
    void receive() throws IOException;

    void send(byte[] datagram, InetSocketAddress destination);

    /** The address is free again when this returns, unless the reader itself closes, or its ear is busy for longer than a second. */
    @Override
    void close() throws IOException;
}
