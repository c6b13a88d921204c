package org.omnihall.radius.udp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.UnresolvedAddressException;

/** A bound socket. Any thread reads it, alone or beside others, and any sends. */
public sealed interface UdpSocket extends AutoCloseable permits ChannelSocket, BatchSocket {

    /** The octets that wait in the system while the reader is busy. */
    int RECEIVE_BUFFER = 4 << 20;

    /** The most datagrams that are handed over one after the other. */
    int MANY = 64;

    /** Who is told. */
    interface Ear {

        /** So many came at once, at most {@link #MANY}, and are handed over next; on the thread that reads. */
        default void gathered(int many) {}

        /**
         * On the thread that reads, for several of them at the same time.
         *
         * @param datagram from its position to its limit, cut off at the most that is read; used again for the next
         */
        void received(ByteBuffer datagram, InetSocketAddress source);

        /** The system did not take what was to be sent; on the thread that sent it, or that reads. */
        void unsent(InetSocketAddress destination, IOException why);
    }

    /**
     * Binds.
     *
     * @param address port 0 takes a free one
     * @param most the octets that a datagram may have; what comes longer is cut off
     * @throws java.net.BindException where the address is taken, not of this machine, or forbidden
     */
    static UdpSocket bind(InetSocketAddress address, int most, Ear ear) throws IOException {
        if (address.isUnresolved()) {
            throw new UnresolvedAddressException();
        }
        return Libc.isHere() ? BatchSocket.bind(address, most, ear) : ChannelSocket.bind(address, most, ear);
    }

    InetSocketAddress address() throws IOException;

    /**
     * Waits for datagrams and hands over those that are there. What is sent from this thread meanwhile goes out before this returns.
     *
     * @throws java.nio.channels.ClosedChannelException once the socket is closed, and each time afterwards
     */
    void receive() throws IOException;

    /** The same without waiting; false where nothing is there, or the way to the system has no such question. */
    boolean receiveThere() throws IOException;

    /**
     * Sends, or tells the ear that it could not. From the ear it may wait for the end of the round.
     *
     * @throws IllegalArgumentException where it is longer than the most that was given
     */
    void send(byte[] datagram, InetSocketAddress destination);

    /**
     * Ends the reading. The address is free again when this returns, unless a reader itself closes, an ear is busy for longer than five seconds, or who
     * closes is interrupted; then it is as soon as the last reader comes back.
     */
    @Override
    void close() throws IOException;
}
