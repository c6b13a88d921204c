package org.omnihall.radius.transport;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.omnihall.octets.Octets;
import org.omnihall.radius.AttributeTypes;
import org.omnihall.radius.Code;
import org.omnihall.radius.Packet;
import org.omnihall.radius.auth.SharedSecret;

/** A server of one test on loopback, a client towards it, and what the server told its listener. */
abstract class ServerRing {

    static final SharedSecret SECRET = SharedSecret.of("s3cret");
    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    static final Retransmission PATIENT = Retransmission.once(Duration.ofSeconds(10));
    static final Octets RANDOM = Octets.ofHex("000102030405060708090a0b0c0d0e0f");

    final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    final AtomicBoolean healthy = new AtomicBoolean(true);
    final RadiusClient client = new RadiusClient(InetAddress.getLoopbackAddress());
    Client.Policy policy = Client.Policy.REQUIRED;
    int readers = 1;
    Optional<RadiusServer> started = Optional.empty();

    @AfterEach
    void close() {
        client.close();
        started.ifPresent(RadiusServer::close);
    }

    static void accept(Received request, ReplyHandle reply) {
        reply.send(request.packet()
                .reply(Code.ACCESS_ACCEPT)
                .text(
                        AttributeTypes.REPLY_MESSAGE,
                        request.at() + " "
                                + request.packet()
                                        .text(AttributeTypes.USER_NAME)
                                        .orElse(""))
                .build());
    }

    Packet send(RadiusServer server, Packet request) {
        return client.send(request, server.address(), SECRET, PATIENT).join();
    }

    RadiusServer start(Set<Code> codes, Handler handler) {
        ServerSettings settings = ServerSettings.of(
                        loopback(), codes, address -> Optional.of(new Client(SECRET, policy)), clock())
                .withHealth(healthy::get)
                .withReaders(readers);
        RadiusServer server = RadiusServer.start(settings, handler, listener());
        started = Optional.of(server);
        return server;
    }

    ServerListener listener() {
        return new ServerListener() {
            @Override
            public void dropped(Drop drop, InetSocketAddress source) {
                heard.add(drop.name());
            }

            @Override
            public void learned(InetAddress who) {
                heard.add("learned " + who.getHostAddress());
            }

            @Override
            public void failed(InetSocketAddress source, RuntimeException failure) {
                heard.add("failed " + failure.getMessage());
            }
        };
    }

    static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    static Clock clock() {
        return Clock.fixed(NOON, ZoneOffset.UTC);
    }

    static <T> T take(BlockingQueue<T> queue) {
        try {
            return Optional.ofNullable(queue.poll(10, TimeUnit.SECONDS)).orElseThrow();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
