package org.omnihall.hall.access.roaming;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.omnihall.radius.Code;
import org.omnihall.radius.Packet;
import org.omnihall.radius.PacketBuilder;
import org.omnihall.radius.auth.SharedSecret;
import org.omnihall.radius.transport.Client;
import org.omnihall.radius.transport.RadiusServer;
import org.omnihall.radius.transport.Received;
import org.omnihall.radius.transport.ReplyHandle;
import org.omnihall.radius.transport.ServerListener;
import org.omnihall.radius.transport.ServerSettings;

/** The home server of another operator over UDP: it says yes to everybody, and remembers what it was asked. */
final class Home implements AutoCloseable {

    static final String SECRET = "secret-of-another-operator";

    private final BlockingQueue<Received> asked = new LinkedBlockingQueue<>();
    private final RadiusServer authentication;
    private final RadiusServer accounting;
    private volatile boolean silent;
    private volatile UnaryOperator<PacketBuilder> adding = reply -> reply;

    Home() {
        this(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    /** One that comes back where another was; its accounting is elsewhere. */
    Home(InetSocketAddress there) {
        this.authentication = start(there, Code.ACCESS_REQUEST);
        this.accounting = start(new InetSocketAddress(there.getAddress(), 0), Code.ACCOUNTING_REQUEST);
    }

    private RadiusServer start(InetSocketAddress address, Code code) {
        ServerSettings settings = ServerSettings.of(address, Set.of(code), Home::anybody, Clock.systemUTC())
                .withHealth(() -> !silent);
        return RadiusServer.start(settings, this::take, ServerListener.SILENT);
    }

    private static Optional<Client> anybody(InetAddress address) {
        return Optional.of(new Client(SharedSecret.of(SECRET)));
    }

    private void take(Received request, ReplyHandle reply) {
        asked.add(request);
        if (silent) {
            reply.abandon();
        } else if (request.packet().code() == Code.ACCESS_REQUEST) {
            reply.send(adding.apply(request.packet().reply(Code.ACCESS_ACCEPT)).build());
        } else {
            reply.send(request.packet().reply(Code.ACCOUNTING_RESPONSE).build());
        }
    }

    int port() {
        return authentication.address().getPort();
    }

    int accountingPort() {
        return accounting.address().getPort();
    }

    void adding(UnaryOperator<PacketBuilder> more) {
        adding = more;
    }

    void silent(boolean now) {
        silent = now;
    }

    /** What came next. */
    Packet next() {
        try {
            return Optional.ofNullable(asked.poll(15, TimeUnit.SECONDS))
                    .orElseThrow()
                    .packet();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    int waiting() {
        return asked.size();
    }

    void forget() {
        asked.clear();
    }

    @Override
    public void close() {
        authentication.close();
        accounting.close();
    }
}
