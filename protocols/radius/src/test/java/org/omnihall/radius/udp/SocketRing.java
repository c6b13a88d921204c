package org.omnihall.radius.udp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ObjIntConsumer;
import org.junit.jupiter.api.AfterEach;

/** Both ways to a socket, through a real one on loopback: its reader, those who speak to it, and what it could not send. */
abstract class SocketRing {

    static final int MOST = 100;

    final BlockingQueue<String> unsent = new LinkedBlockingQueue<>();
    final AtomicReference<Thread> reader = new AtomicReference<>(Thread.currentThread());

    enum Way {
        CHANNEL,
        BATCH;

        UdpSocket bind(InetSocketAddress address, UdpSocket.Ear ear) throws IOException {
            assumeTrue(this == CHANNEL || Libc.isHere());
            return this == CHANNEL ? ChannelSocket.bind(address, MOST, ear) : BatchSocket.bind(address, MOST, ear);
        }
    }

    /** Sends back what comes: at once, or from a thread of its own. */
    final class Echo implements UdpSocket.Ear {

        private final boolean atOnce;
        private final AtomicReference<UdpSocket> socket = new AtomicReference<>();

        Echo(boolean atOnce) {
            this.atOnce = atOnce;
        }

        @Override
        public void received(ByteBuffer datagram, InetSocketAddress source) {
            byte[] octets = new byte[datagram.remaining()];
            datagram.get(octets);
            if (atOnce) {
                socket.get().send(octets, source);
            } else {
                Thread.ofVirtual().start(() -> socket.get().send(octets, source));
            }
        }

        @Override
        public void unsent(InetSocketAddress destination, IOException why) {
            unsent.add(destination + " " + why.getMessage());
        }

        UdpSocket start(Way way, InetSocketAddress address) throws IOException {
            UdpSocket bound = way.bind(address, this);
            socket.set(bound);
            reader.set(Thread.ofPlatform().start(() -> readAll(bound)));
            return bound;
        }
    }

    /** Waits in its first datagram until it may go on, so that others gather behind it. */
    class Held implements UdpSocket.Ear {

        final CountDownLatch begun = new CountDownLatch(1);
        final CountDownLatch goOn = new CountDownLatch(1);
        final AtomicInteger heard = new AtomicInteger();
        private final AtomicReference<ObjIntConsumer<InetSocketAddress>> answer = new AtomicReference<>();

        void answering(ObjIntConsumer<InetSocketAddress> how) {
            answer.set(how);
        }

        @Override
        public void received(ByteBuffer datagram, InetSocketAddress source) {
            int number = heard.getAndIncrement();
            begun.countDown();
            try {
                assertThat(goOn.await(5, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
            answer.get().accept(source, number);
        }

        @Override
        public void unsent(InetSocketAddress destination, IOException why) {
            unsent.add(destination + " " + why.getMessage());
        }
    }

    static void readAll(UdpSocket socket) {
        try {
            while (true) {
                socket.receive();
            }
        } catch (ClosedChannelException closed) {
            // as it should be
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    void read(UdpSocket server) {
        reader.set(Thread.ofPlatform().start(() -> readAll(server)));
    }

    @AfterEach
    void endsTheReader() throws InterruptedException {
        if (reader.get() != Thread.currentThread()) {
            assertThat(reader.get().join(Duration.ofSeconds(5))).isTrue();
        }
        assertThat(unsent).isEmpty();
    }

    static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);
    }

    static DatagramSocket client(InetSocketAddress server) throws IOException {
        DatagramSocket socket = new DatagramSocket();
        socket.setReceiveBufferSize(1 << 20);
        socket.setSoTimeout(5_000);
        socket.connect(server);
        return socket;
    }

    static void send(DatagramSocket client, int number, int whose) throws IOException {
        byte[] octets = (number + ":" + whose).getBytes(StandardCharsets.US_ASCII);
        client.send(new DatagramPacket(octets, octets.length));
    }

    static Set<String> answers(DatagramSocket client, int many) throws IOException {
        Set<String> answers = new HashSet<>();
        for (int i = 0; i < many; i++) {
            answers.add(new String(received(client), StandardCharsets.US_ASCII));
        }
        return answers;
    }

    static byte[] received(DatagramSocket client) throws IOException {
        DatagramPacket datagram = new DatagramPacket(new byte[1000], 1000);
        client.receive(datagram);
        return Arrays.copyOf(datagram.getData(), datagram.getLength());
    }
}
