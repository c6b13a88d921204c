package org.omnihall.radius.tls;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.omnihall.octets.Octets;
import org.omnihall.radius.Code;
import org.omnihall.radius.Packet;
import org.omnihall.radius.PacketBuilder;
import org.omnihall.radius.transport.NoAnswer;

/**
 * Sends requests of any kind over one connection that it keeps up: 256 may be on their way at once. A request is sent once, as TCP repeats it
 * (RFC 6613 section 2.6.1); when the connection breaks, those on their way fail at once, and it is made anew, at growing intervals.
 */
public final class RadSecClient implements AutoCloseable {

    private final TlsClientSettings settings;
    private final RadSecListener listener;
    private final SecureRandom random = new SecureRandom();
    private final LinkTimer timer;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicReference<@Nullable TlsLink> link = new AtomicReference<>();
    private volatile CompletableFuture<Asking> asking = new CompletableFuture<>();

    private RadSecClient(TlsClientSettings settings, RadSecListener listener) {
        this.settings = settings;
        this.listener = listener;
        this.timer = new LinkTimer("radsec-client-timer");
    }

    /** Begins to connect, and gives the client at once. */
    public static RadSecClient open(TlsClientSettings settings, RadSecListener listener) {
        RadSecClient client = new RadSecClient(settings, listener);
        Thread.ofVirtual().name("radsec-client").start(client::keep);
        return client;
    }

    /** An Access-Request or Status-Server in the making, with an authenticator that nobody can guess; passwords are hidden under it. */
    public PacketBuilder begin(Code code) {
        if (!code.hasRandomAuthenticator()) {
            return Packet.request(code);
        }
        byte[] octets = new byte[16];
        random.nextBytes(octets);
        return Packet.request(code, Octets.of(octets));
    }

    /**
     * Signs and sends. While the first connection, or a new one, is being made it waits for that within its patience; between two attempts it fails
     * at once. The future gives the verified reply or fails with {@link NoAnswer}.
     */
    public CompletableFuture<Packet> send(Packet request, Duration patience) {
        if (!request.code().isRequest()) {
            throw new IllegalArgumentException("not a request: " + request.code());
        }
        CompletableFuture<Packet> answer = new CompletableFuture<>();
        CompletableFuture<Asking> open = asking;
        long deadline = System.nanoTime() + patience.toNanos();
        if (!open.isDone()) {
            var _ = timer.later(patience, () -> {
                if (!open.isDone()) {
                    answer.completeExceptionally(new NoAnswer(NoAnswer.Reason.NOT_CONNECTED));
                }
            });
        }
        var _ = open.thenCompose(there -> answer.isDone()
                        ? answer
                        : there.ask(request, Duration.ofNanos(Math.max(1, deadline - System.nanoTime()))))
                .whenComplete((reply, failure) -> settle(answer, reply, failure));
        return answer;
    }

    private static void settle(CompletableFuture<Packet> answer, @Nullable Packet reply, @Nullable Throwable failure) {
        if (reply != null) {
            answer.complete(reply);
        } else if (failure != null) {
            Throwable cause = failure.getCause() == null ? failure : failure.getCause();
            answer.completeExceptionally(cause);
        }
    }

    /** How many timers it holds. */
    int timers() {
        return timer.waiting();
    }

    /** Whether there is a connection. */
    public boolean isConnected() {
        return asking.isDone() && !asking.isCompletedExceptionally();
    }

    private void keep() {
        int failures = 0;
        while (closed.getCount() > 0) {
            boolean answered = attempt();
            failures = answered ? 0 : failures + 1;
            double off = ThreadLocalRandom.current().nextDouble(-1, 1);
            pause(settings.times().after(Math.max(failures - 1, 0), off));
        }
        fail(NoAnswer.Reason.CLOSED);
    }

    /** The edge to those who hold our papers and listen: their bug is an attempt in vain, and not the last one. */
    private boolean attempt() {
        try {
            return connect();
        } catch (RuntimeException bug) {
            TlsLink open = link.get();
            if (open != null) {
                open.cut(Cut.BROKEN, bug.toString());
            }
            fail(NoAnswer.Reason.NOT_CONNECTED);
            listener.failed(settings.server(), bug);
            return false;
        }
    }

    private void pause(Duration time) {
        try {
            if (closed.await(time.toNanos(), TimeUnit.NANOSECONDS)) {
                return;
            }
            asking = new CompletableFuture<>();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** Connects and serves until the end of the connection; true where the server answered anything. */
    private boolean connect() {
        InetSocketAddress server = settings.server();
        Duration patience = settings.times().connect();
        Optional<SSLContext> papers = settings.papers().get();
        try (Socket tcp = new Socket()) {
            if (papers.isEmpty()) {
                listener.cut(Cut.NO_PAPERS, server, "");
                return false;
            }
            tcp.connect(server, (int) patience.toMillis());
            TlsLink opened = TlsLink.over(tcp, papers.get(), true);
            link.set(opened);
            timer.add(opened);
            boolean answered = greet(opened, patience) && serve(opened);
            TlsLink.Ending ending = opened.ending();
            listener.cut(ending.why(), server, ending.detail());
            return answered;
        } catch (IOException broken) {
            listener.cut(Cut.BROKEN, server, broken.toString());
            return false;
        } finally {
            fail(NoAnswer.Reason.NOT_CONNECTED);
        }
    }

    private boolean greet(TlsLink opened, Duration patience) {
        try {
            if (closed.getCount() == 0) {
                opened.cut(Cut.CLOSED, "");
                return false;
            }
            PeerCertificate there = opened.handshake(patience, settings.clock());
            if (there.isKnownBy(settings.mark())) {
                listener.connected(opened.peer(), there);
                return true;
            }
            opened.cut(Cut.UNKNOWN_PEER, there.toString());
        } catch (IOException refused) {
            opened.cut(Cut.HANDSHAKE_FAILED, refused.toString());
        }
        return false;
    }

    private boolean serve(TlsLink opened) {
        Duration packet = settings.times().packet();
        Duration keepAlive = settings.times().keepAlive();
        Asking there = new Asking(opened, timer);
        opened.startWriting(packet);
        asking.complete(there);
        there.keepAlive(this, keepAlive);
        return there.read(keepAlive.multipliedBy(2), packet);
    }

    /** Until the next attempt there is nothing to wait for. */
    private void fail(NoAnswer.Reason reason) {
        CompletableFuture<Asking> nobody = CompletableFuture.failedFuture(new NoAnswer(reason));
        CompletableFuture<Asking> before = asking;
        asking = nobody;
        before.completeExceptionally(new NoAnswer(reason));
    }

    @Override
    public void close() {
        closed.countDown();
        TlsLink open = link.get();
        if (open != null) {
            open.cut(Cut.CLOSED, "");
        }
        fail(NoAnswer.Reason.CLOSED);
        timer.close();
    }
}
