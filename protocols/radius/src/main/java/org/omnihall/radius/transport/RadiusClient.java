package org.omnihall.radius.transport;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.omnihall.octets.Octets;
import org.omnihall.radius.Code;
import org.omnihall.radius.Packet;
import org.omnihall.radius.PacketBuilder;
import org.omnihall.radius.auth.SharedSecret;

/**
 * Sends requests of any kind and repeats them until they are answered. A socket has 256 identifiers; when all wait for answers another
 * socket is opened, up to {@link #MAX_SOCKETS}.
 */
public final class RadiusClient implements AutoCloseable {

    /** 64 sockets hold 16,384 requests on their way. */
    public static final int MAX_SOCKETS = 64;

    private final InetAddress local;
    private final SecureRandom random = new SecureRandom();
    private final CopyOnWriteArrayList<ClientSocket> sockets = new CopyOnWriteArrayList<>();
    private final ScheduledThreadPoolExecutor timer;
    private final LongAdder ignored = new LongAdder();
    private volatile boolean closed;

    /** A client that sends from an address of this machine. */
    public RadiusClient(InetAddress local) {
        this.local = local;
        this.timer = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("radius-client-timer").factory());
        timer.setRemoveOnCancelPolicy(true);
    }

    /** An Access-Request or Status-Server in the making, with an authenticator that nobody can guess; passwords are hidden under it. */
    public PacketBuilder begin(Code code) {
        return code.hasRandomAuthenticator() ? Packet.request(code, randomAuthenticator()) : Packet.request(code);
    }

    /** Sixteen octets that nobody can guess. */
    public Octets randomAuthenticator() {
        byte[] octets = new byte[16];
        random.nextBytes(octets);
        return Octets.of(octets);
    }

    /**
     * Signs and sends. The future gives the verified reply or fails with {@link NoAnswer}; a reply to an Access-Request without
     * Message-Authenticator is no reply (CVE-2024-3596).
     */
    public CompletableFuture<Packet> send(
            Packet request, InetSocketAddress server, SharedSecret secret, Retransmission times) {
        if (!request.code().isRequest()) {
            throw new IllegalArgumentException("not a request: " + request.code());
        }
        Exchange exchange = new Exchange(server, secret);
        Optional<ClientSocket.Waiting> placed = closed ? Optional.empty() : place(request, exchange);
        if (placed.isEmpty()) {
            exchange.fail(closed ? NoAnswer.Reason.CLOSED : NoAnswer.Reason.NO_IDENTIFIER_FREE);
            return exchange.answer();
        }
        long deadline = System.nanoTime() + times.total().toNanos();
        attempt(placed.get(), times, deadline, 0);
        return exchange.answer();
    }

    private Optional<ClientSocket.Waiting> place(Packet request, Exchange exchange) {
        for (ClientSocket socket : sockets) {
            Optional<ClientSocket.Waiting> placed = socket.claim(request, exchange);
            if (placed.isPresent()) {
                return placed;
            }
        }
        synchronized (this) {
            if (closed || sockets.size() >= MAX_SOCKETS) {
                return Optional.empty();
            }
            ClientSocket socket = ClientSocket.open(local, ignored);
            sockets.add(socket);
            return socket.claim(request, exchange);
        }
    }

    private void attempt(ClientSocket.Waiting waiting, Retransmission times, long deadline, int attempt) {
        Exchange exchange = waiting.exchange();
        long left = deadline - System.nanoTime();
        if (exchange.answer().isDone() || left <= 0 || closed) {
            waiting.socket().release(waiting);
            exchange.fail(closed ? NoAnswer.Reason.CLOSED : NoAnswer.Reason.TIMED_OUT);
            return;
        }
        waiting.socket().transmit(waiting);
        double off = ThreadLocalRandom.current().nextDouble(-1, 1);
        long wait = Math.min(left, times.after(attempt, off).toNanos());
        try {
            exchange.repeatBy(
                    timer.schedule(() -> attempt(waiting, times, deadline, attempt + 1), wait, TimeUnit.NANOSECONDS));
        } catch (RejectedExecutionException justClosed) {
            exchange.fail(NoAnswer.Reason.CLOSED);
        }
    }

    /** Replies that were wrong, late, or of nobody asked. */
    public long ignoredReplies() {
        return ignored.sum();
    }

    /** How many sockets were opened so far. */
    public int sockets() {
        return sockets.size();
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        timer.shutdownNow();
        sockets.forEach(ClientSocket::close);
    }
}
