package org.omnihall.radius.udp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.BindException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Both ways to a socket, through a real one on loopback. */
class UdpSocketTest {

    private static final int MOST = 100;

    private final BlockingQueue<String> unsent = new LinkedBlockingQueue<>();
    private final AtomicReference<Thread> reader = new AtomicReference<>(Thread.currentThread());

    enum Way {
        CHANNEL,
        BATCH;

        UdpSocket bind(InetSocketAddress address, UdpSocket.Ear ear) throws IOException {
            assumeTrue(this == CHANNEL || Libc.isHere());
            return this == CHANNEL ? ChannelSocket.bind(address, MOST, ear) : BatchSocket.bind(address, MOST, ear);
        }
    }

    /** Sends back what comes: at once, or from a thread of its own. */
    private final class Echo implements UdpSocket.Ear {

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

    private static void readAll(UdpSocket socket) {
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

    @AfterEach
    void endsTheReader() throws InterruptedException {
        if (reader.get() != Thread.currentThread()) {
            assertThat(reader.get().join(Duration.ofSeconds(5))).isTrue();
        }
        assertThat(unsent).isEmpty();
    }

    private static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);
    }

    @ParameterizedTest
    @EnumSource
    void answersManyThatCameTogetherEachToItsOwn(Way way) throws IOException {
        try (UdpSocket server = new Echo(true).start(way, loopback());
                DatagramSocket one = client(server.address());
                DatagramSocket two = client(server.address())) {
            for (int i = 0; i < 200; i++) {
                send(one, i, 1);
                send(two, i, 2);
            }
            assertThat(answers(one, 200)).hasSize(200).allMatch(answer -> answer.endsWith(":1"));
            assertThat(answers(two, 200)).hasSize(200).allMatch(answer -> answer.endsWith(":2"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void answersFromOtherThreads(Way way) throws IOException {
        try (UdpSocket server = new Echo(false).start(way, loopback());
                DatagramSocket one = client(server.address())) {
            for (int i = 0; i < 100; i++) {
                send(one, i, 3);
            }
            assertThat(answers(one, 100)).hasSize(100).allMatch(answer -> answer.endsWith(":3"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void cutsOffWhatIsTooLongAndTakesWhatIsEmpty(Way way) throws IOException {
        try (UdpSocket server = new Echo(true).start(way, loopback());
                DatagramSocket one = new DatagramSocket()) {
            one.setSoTimeout(5_000);
            one.send(new DatagramPacket(new byte[MOST + 50], MOST + 50, server.address()));
            assertThat(received(one)).hasSize(MOST);
            one.send(new DatagramPacket(new byte[0], 0, server.address())); // a connected socket would not send it
            assertThat(received(one)).isEmpty();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> server.send(new byte[MOST + 1], server.address()))
                    .withMessageContaining("at most 100 octets: 101");
        }
    }

    @ParameterizedTest
    @EnumSource
    void speaksIpv6(Way way) throws IOException {
        InetAddress loopback = InetAddress.ofLiteral("::1");
        assumeTrue(NetworkInterface.getByInetAddress(loopback) != null);
        try (UdpSocket server = new Echo(true).start(way, new InetSocketAddress(loopback, 0));
                DatagramSocket one = client(server.address())) {
            assertThat(server.address().getAddress()).isEqualTo(loopback);
            send(one, 1, 6);
            assertThat(answers(one, 1)).containsExactly("1:6");
        }
    }

    @ParameterizedTest
    @EnumSource
    void listensToBothFamiliesOnAllAddresses(Way way) throws IOException {
        try (UdpSocket server = new Echo(true).start(way, new InetSocketAddress(InetAddress.ofLiteral("0.0.0.0"), 0))) {
            int port = server.address().getPort();
            for (String address : new String[] {"127.0.0.1", "::1"}) {
                InetAddress there = InetAddress.ofLiteral(address);
                if (NetworkInterface.getByInetAddress(there) != null) {
                    try (DatagramSocket one = client(new InetSocketAddress(there, port))) {
                        send(one, 1, 8);
                        assertThat(answers(one, 1)).as(address).containsExactly("1:8");
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void namesASourceAsThatOfItsOwnFamily(Way way) throws Exception {
        BlockingQueue<InetSocketAddress> sources = new LinkedBlockingQueue<>();
        UdpSocket.Ear ear = new UdpSocket.Ear() {
            @Override
            public void received(ByteBuffer datagram, InetSocketAddress source) {
                sources.add(source);
            }

            @Override
            public void unsent(InetSocketAddress destination, IOException why) {
                unsent.add(why.getMessage());
            }
        };
        try (UdpSocket server = way.bind(new InetSocketAddress(InetAddress.ofLiteral("0.0.0.0"), 0), ear);
                DatagramSocket one = client(new InetSocketAddress(
                        InetAddress.ofLiteral("127.0.0.1"), server.address().getPort()))) {
            reader.set(Thread.ofPlatform().start(() -> readAll(server)));
            send(one, 1, 4);
            assertThat(sources.poll(5, TimeUnit.SECONDS))
                    .isEqualTo(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), one.getLocalPort()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void givesTheAddressBackWhenClosed(Way way) throws IOException {
        UdpSocket first = new Echo(true).start(way, loopback());
        InetSocketAddress address = first.address();
        assertThatThrownBy(() -> way.bind(address, new Echo(true))).isInstanceOf(BindException.class);
        try (DatagramSocket one = client(address)) {
            send(one, 1, 5);
            assertThat(answers(one, 1)).containsExactly("1:5"); // the reader is there
        }
        first.close();
        first.close();
        assertThatThrownBy(first::receive).isInstanceOf(ClosedChannelException.class);
        UdpSocket unread = way.bind(address, new Echo(true));
        unread.close();
        assertThatThrownBy(unread::receive).isInstanceOf(ClosedChannelException.class);
        way.bind(address, new Echo(true)).close();
    }

    @ParameterizedTest
    @EnumSource
    void givesTheAddressBackThoughItsReaderDied(Way way) throws Exception {
        UdpSocket.Ear deadly = new Held() {
            @Override
            public void received(ByteBuffer datagram, InetSocketAddress source) {
                throw new IllegalStateException("a bug");
            }
        };
        UdpSocket socket = way.bind(loopback(), deadly);
        InetSocketAddress address = socket.address();
        AtomicReference<Throwable> bug = new AtomicReference<>();
        Thread dying = Thread.ofPlatform()
                .uncaughtExceptionHandler((thread, thrown) -> bug.set(thrown))
                .start(() -> readAll(socket));
        try (DatagramSocket one = client(address)) {
            send(one, 1, 1);
            assertThat(dying.join(Duration.ofSeconds(5))).isTrue();
        }
        assertThat(bug.get()).hasMessage("a bug");
        socket.close();
        way.bind(address, deadly).close();
    }

    @ParameterizedTest
    @EnumSource
    void tellsWhatItCouldNotSendAndSendsTheRest(Way way) throws Exception {
        Held ear = new Held();
        try (UdpSocket server = way.bind(loopback(), ear);
                DatagramSocket one = client(server.address())) {
            // Port 0 is nobody's.
            ear.answering((source, number) -> server.send(
                    source.toString().getBytes(StandardCharsets.US_ASCII),
                    number == 40 ? new InetSocketAddress(source.getAddress(), 0) : source));
            read(server);
            send(one, 0, 0);
            ear.begun.await();
            for (int i = 1; i < 71; i++) { // the reader finds them in rounds of 32, 32 and 6
                send(one, i, 0);
            }
            ear.goOn.countDown();
            for (int i = 0; i < 70; i++) {
                assertThat(received(one)).isNotEmpty();
            }
            assertThat(unsent.poll(5, TimeUnit.SECONDS)).contains("/127.0.0.1:0 ");
        }
        Echo echo = new Echo(true);
        UdpSocket closed = way.bind(loopback(), echo);
        closed.close();
        closed.send(new byte[10], new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 9));
        assertThat(unsent.poll(5, TimeUnit.SECONDS)).startsWith("/127.0.0.1:9 ");
    }

    /** Unlike the JDK's channel, which loses what its reader answers after the close. */
    @Test
    void handsOverNothingOnceItIsClosedAndSendsWhatWasAnswered() throws Exception {
        Held ear = new Held();
        UdpSocket server = Way.BATCH.bind(loopback(), ear);
        try (DatagramSocket one = client(server.address())) {
            ear.answering((source, number) -> server.send(new byte[] {(byte) number}, source));
            read(server);
            send(one, 0, 0);
            ear.begun.await();
            for (int i = 1; i < 10; i++) {
                send(one, i, 0);
            }
            Thread closing = Thread.ofPlatform().start(() -> close(server));
            while (closing.isAlive() && closing.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            ear.goOn.countDown();
            assertThat(received(one)).containsExactly(0);
            assertThat(closing.join(Duration.ofSeconds(5))).isTrue();
            assertThat(ear.heard.get()).isEqualTo(1);
        }
    }

    private void read(UdpSocket server) {
        reader.set(Thread.ofPlatform().start(() -> readAll(server)));
    }

    private static void close(UdpSocket server) {
        try {
            server.close();
        } catch (IOException unclosable) {
            throw new IllegalStateException(unclosable);
        }
    }

    /** Waits in its first datagram until it may go on, so that others gather behind it. */
    private class Held implements UdpSocket.Ear {

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

    private static DatagramSocket client(InetSocketAddress server) throws IOException {
        DatagramSocket socket = new DatagramSocket();
        socket.setReceiveBufferSize(1 << 20);
        socket.setSoTimeout(5_000);
        socket.connect(server);
        return socket;
    }

    private static void send(DatagramSocket client, int number, int whose) throws IOException {
        byte[] octets = (number + ":" + whose).getBytes(StandardCharsets.US_ASCII);
        client.send(new DatagramPacket(octets, octets.length));
    }

    private static Set<String> answers(DatagramSocket client, int many) throws IOException {
        Set<String> answers = new HashSet<>();
        for (int i = 0; i < many; i++) {
            answers.add(new String(received(client), StandardCharsets.US_ASCII));
        }
        return answers;
    }

    private static byte[] received(DatagramSocket client) throws IOException {
        DatagramPacket datagram = new DatagramPacket(new byte[1000], 1000);
        client.receive(datagram);
        return Arrays.copyOf(datagram.getData(), datagram.getLength());
    }
}
