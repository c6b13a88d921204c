package org.omnihall.radius.udp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;

/** A datagram a call, by the JDK's means: for every system. */
final class ChannelSocket implements UdpSocket {

    private final DatagramChannel channel;
    private final int most;
    private final ByteBuffer in;
    private final Ear ear;

    private ChannelSocket(DatagramChannel channel, int most, Ear ear) {
        this.channel = channel;
        this.most = most;
        this.in = ByteBuffer.allocate(most);
        this.ear = ear;
    }

    static ChannelSocket bind(InetSocketAddress address, int most, Ear ear) throws IOException {
        DatagramChannel channel = DatagramChannel.open();
        boolean bound = false;
        try {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, RECEIVE_BUFFER);
            channel.bind(address);
            bound = true;
            return new ChannelSocket(channel, most, ear);
        } finally {
            if (!bound) {
                channel.close();
            }
        }
    }

    @Override
    public InetSocketAddress address() throws IOException {
        return (InetSocketAddress) channel.getLocalAddress();
    }

    /** Of several readers one reads and hands over, the others wait. */
    @Override
    public synchronized void receive() throws IOException {
        in.clear();
        if (channel.receive(in) instanceof InetSocketAddress source) {
            ear.received(in.flip(), source);
        }
    }

    /** A channel waits or does not, and this one waits. */
    @Override
    public boolean receiveThere() throws IOException {
        if (!channel.isOpen()) {
            throw new ClosedChannelException();
        }
        return false;
    }

    @Override
    public void send(byte[] datagram, InetSocketAddress destination) {
        if (datagram.length > most) {
            throw new IllegalArgumentException("at most " + most + " octets: " + datagram.length);
        }
        try {
            channel.send(ByteBuffer.wrap(datagram), destination);
        } catch (IOException unsent) {
            ear.unsent(destination, unsent);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
