package org.omnihall.radius.tls;

import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/**
 * What a RadSec client needs to know.
 *
 * @param server where it is
 * @param papers what we show and believe, asked for at each connection; without any, none is made
 * @param mark whom we expect there: a name of his certificate or its fingerprint
 * @param clock tells whether a certificate is valid
 */
public record TlsClientSettings(
        InetSocketAddress server, Supplier<Optional<SSLContext>> papers, String mark, Times times, Clock clock) {

    /**
     * How long it waits.
     *
     * @param connect for TCP, and then for TLS
     * @param packet for one packet to come or go as a whole
     * @param keepAlive between two Status-Server; a connection that is silent for two of them is dead
     * @param soonest before the first new attempt to connect; doubled each time
     * @param latest before any
     */
    public record Times(Duration connect, Duration packet, Duration keepAlive, Duration soonest, Duration latest) {

        /** Finds a dead connection within 40 s. */
        public static final Times USUAL = new Times(
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                Duration.ofSeconds(20),
                Duration.ofSeconds(1),
                Duration.ofSeconds(30));

        public Times {
            if (!connect.isPositive() || !packet.isPositive() || !keepAlive.isPositive() || !soonest.isPositive()) {
                throw new IllegalArgumentException("times are above zero");
            }
        }

        /** The wait after so many attempts in vain, 0 being the first; {@code off} from -1 to 1 shifts it by up to a fifth. */
        Duration after(int failures, double off) {
            long doubled = soonest.toNanos() << Math.min(failures, 20);
            long wait = doubled <= 0 ? latest.toNanos() : Math.min(doubled, latest.toNanos());
            return Duration.ofNanos(wait + (long) (wait * off / 5));
        }
    }
}
