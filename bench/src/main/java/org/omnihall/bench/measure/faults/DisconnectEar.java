package org.omnihall.bench.measure.faults;

import static org.omnihall.radius.AttributeTypes.ACCT_SESSION_ID;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.omnihall.bench.measure.radius.Driver;
import org.omnihall.radius.Code;
import org.omnihall.radius.auth.SharedSecret;
import org.omnihall.radius.transport.Client;
import org.omnihall.radius.transport.RadiusServer;
import org.omnihall.radius.transport.Received;
import org.omnihall.radius.transport.ReplyHandle;
import org.omnihall.radius.transport.ServerListener;
import org.omnihall.radius.transport.ServerSettings;

/** The controller's port for Disconnects (RFC 5176): says yes, and knows when it heard of each session first. */
final class DisconnectEar implements AutoCloseable {

    private final Map<String, Long> heard = new ConcurrentHashMap<>();
    private final Consumer<String> then;
    private final RadiusServer server;

    /** @param then is told each session's Acct-Session-Id */
    DisconnectEar(int port, Consumer<String> then) throws IOException {
        this.then = then;
        ServerSettings settings = ServerSettings.of(
                new InetSocketAddress(Driver.source(), port),
                EnumSet.of(Code.DISCONNECT_REQUEST),
                source -> Optional.of(new Client(SharedSecret.of(Driver.SECRET), Client.Policy.OPTIONAL)),
                Clock.systemUTC());
        this.server = RadiusServer.start(settings, this::obey, ServerListener.SILENT);
    }

    private void obey(Received received, ReplyHandle reply) {
        received.packet().text(ACCT_SESSION_ID).ifPresent(session -> {
            heard.putIfAbsent(session, System.nanoTime());
            then.accept(session);
        });
        reply.send(received.packet().reply(Code.DISCONNECT_ACK).build());
    }

    /** By Acct-Session-Id the moment by {@link System#nanoTime()}. */
    Map<String, Long> heard() {
        return Map.copyOf(heard);
    }

    @Override
    public void close() {
        server.close();
    }
}
