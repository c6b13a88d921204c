package org.omnihall.radius.transport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.omnihall.radius.Packet;

/** A NAS that sends what it likes. */
final class RawSocket implements AutoCloseable {

    private final DatagramSocket socket;

    RawSocket(InetSocketAddress server) {
        try {
            socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
            socket.setSoTimeout(10_000);
            socket.connect(server);
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    void send(Packet packet) {
        send(packet.encode());
    }

    void send(byte[] octets) {
        try {
            socket.send(new DatagramPacket(octets, octets.length));
        } catch (IOException unsent) {
            throw new UncheckedIOException(unsent);
        }
    }

    Packet receive() {
        DatagramPacket datagram = new DatagramPacket(new byte[4096], 4096);
        try {
            socket.receive(datagram);
        } catch (IOException silent) {
            throw new UncheckedIOException(silent);
        }
        return Packet.decode(ByteBuffer.wrap(datagram.getData(), 0, datagram.getLength()));
    }

    @Override
    public void close() {
        socket.close();
    }
}
