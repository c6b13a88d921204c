package org.omnihall.radius.tls;

import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.omnihall.radius.Code;

/**
 * What a RadSec server needs to know.
 *
 * @param address where it listens; port 0 takes a free one
 * @param codes the requests it takes, beside Status-Server
 * @param papers what it shows and believes, asked for at each connection, so that a renewed certificate is used at once; without any, nobody is let in
 * @param peers who may connect, asked at each packet, so that one who is removed is gone at his next
 * @param healthy what Status-Server tells
 * @param clock tells when a request came, and whether a certificate is valid
 */
public record TlsServerSettings(
        InetSocketAddress address,
        Set<Code> codes,
        Supplier<Optional<SSLContext>> papers,
        Function<PeerCertificate, Optional<TlsPeer>> peers,
        BooleanSupplier healthy,
        Bounds bounds,
        Clock clock) {

    /**
     * What bounds connections.
     *
     * @param connections the most at once, those in their handshake among them; of one address a quarter
     * @param handshake how long it may take
     * @param packet how long one packet may take from its first octet to its last, and an answer until the peer takes it
     * @param idle how long nothing may come; a peer that keeps the connection sends Status-Server more often
     */
    public record Bounds(int connections, Duration handshake, Duration packet, Duration idle) {

        /** For a hall with some hundreds of peers. */
        public static final Bounds USUAL =
                new Bounds(1000, Duration.ofSeconds(10), Duration.ofSeconds(5), Duration.ofMinutes(5));

        public Bounds {
            if (connections < 1 || !handshake.isPositive() || !packet.isPositive() || !idle.isPositive()) {
                throw new IllegalArgumentException("bounds are above zero");
            }
        }
    }

    public TlsServerSettings {
        codes = Set.copyOf(codes);
        if (!codes.stream().allMatch(Code::isRequest)) {
            throw new IllegalArgumentException("a server takes requests only: " + codes);
        }
    }

    /** Many a peer asks with an Access-Request's answer in mind (RFC 5997 section 3). */
    Code statusReply() {
        return codes.contains(Code.ACCESS_REQUEST) ? Code.ACCESS_ACCEPT : Code.ACCOUNTING_RESPONSE;
    }
}
