package org.omnihall.radius.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.omnihall.octets.Octets;
import org.omnihall.radius.AttributeTypes;
import org.omnihall.radius.Code;
import org.omnihall.radius.Packet;
import org.omnihall.radius.transport.Client;
import org.omnihall.radius.transport.Drop;
import org.omnihall.radius.transport.Handler;
import org.omnihall.radius.transport.Received;
import org.omnihall.radius.transport.ReplyHandle;

/** A RadSec server of one test on loopback, clients towards it, and what both told. */
abstract class TlsRing {

    static final Octets RANDOM = Octets.ofHex("000102030405060708090a0b0c0d0e0f");
    static final Duration PATIENCE = Duration.ofSeconds(10);
    static final TlsServerSettings.Bounds PATIENT = TlsServerSettings.Bounds.USUAL;
    static final TlsClientSettings.Times USUAL = TlsClientSettings.Times.USUAL;

    /** Connects anew after 20 ms and keeps alive each 100. */
    static final TlsClientSettings.Times HASTY = new TlsClientSettings.Times(
            PATIENCE, PATIENCE, Duration.ofMillis(100), Duration.ofMillis(20), Duration.ofMillis(20));

    final BlockingQueue<String> served = new LinkedBlockingQueue<>();
    final BlockingQueue<String> asked = new LinkedBlockingQueue<>();
    final AtomicBoolean healthy = new AtomicBoolean(true);
    final AtomicBoolean known = new AtomicBoolean(true);
    final AtomicBoolean broken = new AtomicBoolean();
    Client.Policy policy = Client.Policy.REQUIRED;
    private final List<RadSecServer> servers = new ArrayList<>();
    private final List<RadSecClient> clients = new ArrayList<>();

    /** Each takes a second or more on a busy machine, which is not to be taken from the patience of a test. */
    @BeforeAll
    static void makePapers() {
        assertThat(Papers.HALL.certificate()).isNotNull();
    }

    @AfterEach
    void close() {
        clients.forEach(RadSecClient::close);
        servers.forEach(RadSecServer::close);
    }

    static void accept(Received request, ReplyHandle reply) {
        reply.send(request.packet()
                .reply(Code.ACCESS_ACCEPT)
                .text(
                        AttributeTypes.REPLY_MESSAGE,
                        request.packet().text(AttributeTypes.USER_NAME).orElse(""))
                .build());
    }

    static InetSocketAddress anywhere() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    RadSecServer start(Handler handler, TlsServerSettings.Bounds bounds) {
        return start(anywhere(), handler, bounds);
    }

    /** Knows the proxy, and believes the neighbour's and the late one's certificates too. */
    RadSecServer start(InetSocketAddress address, Handler handler, TlsServerSettings.Bounds bounds) {
        TlsServerSettings settings = new TlsServerSettings(
                address,
                Set.of(Code.ACCESS_REQUEST, Code.ACCOUNTING_REQUEST),
                () -> sound(Papers.HALL.believing(Papers.PROXY, Papers.NEIGHBOUR, Papers.LATE)),
                peer -> known.get() && !peer.isKnownBy("neighbour.town")
                        ? Optional.of(new TlsPeer(policy, handler))
                        : Optional.empty(),
                healthy::get,
                bounds,
                Clock.systemUTC());
        RadSecServer server = RadSecServer.start(settings, new Ear(served));
        servers.add(server);
        return server;
    }

    private Optional<SSLContext> sound(SSLContext papers) {
        if (broken.get()) {
            throw new IllegalStateException("bug");
        }
        return Optional.of(papers);
    }

    RadSecClient open(InetSocketAddress server, TlsClientSettings.Times times) {
        return open(server, "hall.town", times);
    }

    RadSecClient open(InetSocketAddress server, String mark, TlsClientSettings.Times times) {
        RadSecClient client = RadSecClient.open(
                new TlsClientSettings(
                        server, () -> sound(Papers.PROXY.believing(Papers.HALL)), mark, times, Clock.systemUTC()),
                new Ear(asked));
        clients.add(client);
        return client;
    }

    static Packet access(int identifier) {
        return new Packet(
                Code.ACCESS_REQUEST,
                identifier,
                RANDOM,
                Packet.request(Code.ACCESS_REQUEST, RANDOM)
                        .text(AttributeTypes.USER_NAME, "li")
                        .build()
                        .attributes());
    }

    static Packet access(RadSecClient client, String user) {
        return client.begin(Code.ACCESS_REQUEST)
                .text(AttributeTypes.USER_NAME, user)
                .build();
    }

    private record Ear(BlockingQueue<String> heard) implements RadSecListener {

        @Override
        public void connected(InetSocketAddress peer, PeerCertificate certificate) {
            heard.add("connected " + String.join(",", certificate.names()));
        }

        @Override
        public void cut(Cut why, InetSocketAddress peer, String detail) {
            heard.add(why.name());
        }

        @Override
        public void dropped(Drop drop, InetSocketAddress source) {
            heard.add(drop.name());
        }

        @Override
        public void failed(InetSocketAddress source, RuntimeException failure) {
            heard.add("failed " + failure.getMessage());
        }
    }

    static <T> T take(BlockingQueue<T> queue) {
        try {
            return Optional.ofNullable(queue.poll(20, TimeUnit.SECONDS)).orElseThrow();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
