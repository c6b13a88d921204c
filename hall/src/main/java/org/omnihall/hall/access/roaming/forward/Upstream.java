package org.omnihall.hall.access.roaming.forward;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.omnihall.hall.access.roaming.HomeServer;
import org.omnihall.octets.Octets;
import org.omnihall.radius.Code;
import org.omnihall.radius.Packet;
import org.omnihall.radius.auth.SharedSecret;
import org.omnihall.radius.tls.RadSec;
import org.omnihall.radius.tls.RadSecClient;
import org.omnihall.radius.transport.RadiusClient;
import org.omnihall.radius.transport.Retransmission;

/** The way to one home server. */
interface Upstream {

    /** Sixteen octets for an Access-Request that nobody can guess. */
    Octets authenticator();

    /** Under which passwords and keys are hidden on this way. */
    SharedSecret secret();

    /** Gives the verified answer, or fails with {@link org.omnihall.radius.transport.NoAnswer} after the patience at the latest. */
    CompletableFuture<Packet> send(Packet request, Duration patience);

    /** Whether the server says that it lives (RFC 5997), where it takes requests of a code. */
    CompletableFuture<Packet> status(Code purpose, Duration patience);

    void close();

    /** Datagrams, repeated each second. */
    record Udp(HomeServer server, RadiusClient client, SharedSecret secret) implements Upstream {

        private static final Duration REPEATED = Duration.ofSeconds(1);

        @Override
        public Octets authenticator() {
            return client.randomAuthenticator();
        }

        @Override
        public CompletableFuture<Packet> send(Packet request, Duration patience) {
            return send(request, request.code(), patience);
        }

        @Override
        public CompletableFuture<Packet> status(Code purpose, Duration patience) {
            return send(Packet.request(Code.STATUS_SERVER, authenticator()).build(), purpose, patience);
        }

        private CompletableFuture<Packet> send(Packet request, Code purpose, Duration patience) {
            Duration first = patience.compareTo(REPEATED) < 0 ? patience : REPEATED;
            return client.send(
                    request,
                    purpose == Code.ACCOUNTING_REQUEST ? server.accounting() : server.authentication(),
                    secret,
                    new Retransmission(first, first, patience));
        }

        /** The sockets are shared with other servers. */
        @Override
        public void close() {}
    }

    /** One connection. */
    record Tls(RadSecClient client) implements Upstream {

        @Override
        public Octets authenticator() {
            return client.begin(Code.ACCESS_REQUEST).build().authenticator();
        }

        @Override
        public SharedSecret secret() {
            return RadSec.SECRET;
        }

        @Override
        public CompletableFuture<Packet> send(Packet request, Duration patience) {
            return client.send(request, patience);
        }

        @Override
        public CompletableFuture<Packet> status(Code purpose, Duration patience) {
            return send(Packet.request(Code.STATUS_SERVER, authenticator()).build(), patience);
        }

        @Override
        public void close() {
            client.close();
        }
    }
}
