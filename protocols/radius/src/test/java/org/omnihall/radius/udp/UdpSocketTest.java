package org.omnihall.radius.udp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a socket hears and answers. */
class UdpSocketTest extends SocketRing {

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
}
