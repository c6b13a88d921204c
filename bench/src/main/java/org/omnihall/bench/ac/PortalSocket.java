package org.omnihall.bench.ac;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.util.function.BiConsumer;
import org.omnihall.portal.Dialect;
import org.omnihall.portal.MalformedPacket;
import org.omnihall.portal.Packet;

/** The controller's Portal port. */
final class PortalSocket implements AutoCloseable {

    private final DatagramChannel channel;
    private final Dialect dialect;
    private final Dialect macMessages;
    private final Watcher watcher;
    private final BiConsumer<Packet, InetSocketAddress> heard;

    PortalSocket(ControllerSettings settings, Watcher watcher, BiConsumer<Packet, InetSocketAddress> heard)
            throws IOException {
        this.dialect = settings.profile().dialect();
        this.macMessages = settings.profile().macMessages();
        this.watcher = watcher;
        this.heard = heard;
        this.channel = DatagramChannel.open().bind(new InetSocketAddress(settings.address(), settings.portal()));
        Thread.ofPlatform().daemon().name("ac-portal-" + settings.name()).start(this::read);
    }

    void send(Packet packet, InetSocketAddress to) {
        watcher.portal(Watcher.Way.OUT, packet);
        try {
            channel.send(ByteBuffer.wrap(packet.encode()), to);
        } catch (ClosedChannelException closed) {
            return;
        } catch (IOException unreachable) {
            System.err.println("ac: cannot send to " + to + ": " + unreachable.getMessage());
        }
    }

    private void read() {
        ByteBuffer in = ByteBuffer.allocate(Packet.MAX_LENGTH + 1);
        while (channel.isOpen()) {
            try {
                in.clear();
                InetSocketAddress from = (InetSocketAddress) channel.receive(in);
                decode(in.flip(), from);
            } catch (ClosedChannelException closed) {
                return;
            } catch (IOException broken) {
                System.err.println("ac: " + broken.getMessage());
            }
        }
    }

    /** MAC binding answers come in a dialect of their own; a datagram that is neither is dropped, as a device does. */
    private void decode(ByteBuffer datagram, InetSocketAddress from) {
        try {
            take(Packet.decode(datagram.duplicate(), dialect), from);
        } catch (MalformedPacket malformed) {
            try {
                take(Packet.decode(datagram, macMessages), from);
            } catch (MalformedPacket noise) {
                return;
            }
        }
    }

    private void take(Packet packet, InetSocketAddress from) {
        watcher.portal(Watcher.Way.IN, packet);
        heard.accept(packet, from);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException late) {
            System.err.println("ac: " + late.getMessage());
        }
    }
}
