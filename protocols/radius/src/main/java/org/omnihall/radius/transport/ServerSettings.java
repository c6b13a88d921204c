package org.omnihall.radius.transport;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.omnihall.radius.Code;

/**
 * What a server needs to know.
 *
 * @param address where it listens; port 0 takes a free one
 * @param codes the requests it takes; Status-Server comes with Access-Request and Accounting-Request
 * @param clients who may ask
 * @param healthy what Status-Server tells
 * @param duplicates how repetitions are recognised
 * @param mostPerSecond new requests that one source may send in a second, with proof and without each; for a moment twice as many
 * @param readers threads that read, at most; with more than one of them the handler is called by several at the same time
 * @param clock tells when a request came
 */
public record ServerSettings(
        InetSocketAddress address,
        Set<Code> codes,
        Function<InetAddress, Optional<Client>> clients,
        BooleanSupplier healthy,
        Duplicates duplicates,
        int mostPerSecond,
        int readers,
        Clock clock) {

    /** No bound but what the machine can do. */
    private static final int UNBOUNDED = 10_000_000;

    /**
     * How long and how many answers are kept to be given again (RFC 5080 section 2.2.2).
     *
     * @param capacity a power of two; above it the oldest is forgotten early
     */
    public record Duplicates(Duration window, int capacity) {

        /** Longer than a NAS repeats; 131,072 answers are about 23 MB, taken as they come. */
        public static final Duplicates USUAL = new Duplicates(Duration.ofSeconds(30), 1 << 17);

        public Duplicates {
            if (Integer.bitCount(capacity) != 1 || capacity > 1 << 22) {
                throw new IllegalArgumentException("capacity must be a power of two up to 2^22: " + capacity);
            }
        }
    }

    public ServerSettings {
        codes = Set.copyOf(codes);
        if (!codes.stream().allMatch(Code::isRequest)) {
            throw new IllegalArgumentException("a server takes requests only: " + codes);
        }
        if (mostPerSecond < 1) {
            throw new IllegalArgumentException("a source may send one request a second at least: " + mostPerSecond);
        }
        if (readers < 1) {
            throw new IllegalArgumentException("somebody has to read: " + readers);
        }
    }

    /** Settings of one reader that are always healthy, keep the usual number of answers and bound nobody. */
    public static ServerSettings of(
            InetSocketAddress address, Set<Code> codes, Function<InetAddress, Optional<Client>> clients, Clock clock) {
        return new ServerSettings(address, codes, clients, () -> true, Duplicates.USUAL, UNBOUNDED, 1, clock);
    }

    public ServerSettings withHealth(BooleanSupplier supplier) {
        return new ServerSettings(address, codes, clients, supplier, duplicates, mostPerSecond, readers, clock);
    }

    /** The same with a bound for each source. */
    public ServerSettings withMost(int perSecond) {
        return new ServerSettings(address, codes, clients, healthy, duplicates, perSecond, readers, clock);
    }

    public ServerSettings withReaders(int most) {
        return new ServerSettings(address, codes, clients, healthy, duplicates, mostPerSecond, most, clock);
    }

    /** The truthful answer to Status-Server, if this kind of server has one (RFC 5997 section 4.2). */
    Optional<Code> statusReply() {
        if (codes.contains(Code.ACCESS_REQUEST)) {
            return Optional.of(Code.ACCESS_ACCEPT);
        }
        return codes.contains(Code.ACCOUNTING_REQUEST) ? Optional.of(Code.ACCOUNTING_RESPONSE) : Optional.empty();
    }
}
