package org.omnihall.radius.udp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a socket cannot send, and how it ends. */
class UdpSocketEndTest extends SocketRing {

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
            for (int i = 1; i < 71; i++) { // the reader finds them in rounds of 64 and 6
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

    private static void close(UdpSocket server) {
        try {
            server.close();
        } catch (IOException unclosable) {
            throw new IllegalStateException(unclosable);
        }
    }
}
