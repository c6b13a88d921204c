package org.omnihall.radius.tls;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * One connection, of either side. One thread reads packets from it; answers go through a bounded queue that a thread of its own writes, so that
 * nobody who answers waits for a peer that does not read.
 *
 * <p>Deadlines are kept by closing the TCP socket under TLS from outside: a socket's own timeout counts each octet anew, and closing TLS waits for
 * whoever writes.
 */
final class TlsLink {

    /** An answer for each identifier. */
    private static final int ROOM = 256;

    private static final int RECORD = 16_000;
    private static final long FAREWELL_MILLIS = 1_000;
    private static final long NEVER = Long.MAX_VALUE / 2;

    private final Socket tcp;
    private final SSLSocket tls;
    private final InetSocketAddress peer;
    private final BlockingQueue<byte[]> out = new ArrayBlockingQueue<>(ROOM);
    private final AtomicReference<@Nullable Ending> ending = new AtomicReference<>();
    private volatile Due reading = new Due(Long.MAX_VALUE, Cut.HANDSHAKE_TOO_SLOW);
    private volatile Due writing = new Due(Long.MAX_VALUE, Cut.SLOW);

    /** Why it ended. */
    record Ending(Cut why, String detail) {}

    private record Due(long nanos, Cut otherwise) {

        static Due in(Duration time, Cut otherwise) {
            return new Due(System.nanoTime() + Math.min(time.toNanos(), NEVER), otherwise);
        }

        boolean isOver(long now) {
            return nanos != Long.MAX_VALUE && now - nanos > 0;
        }
    }

    private TlsLink(Socket tcp, SSLSocket tls) {
        this.tcp = tcp;
        this.tls = tls;
        this.peer = (InetSocketAddress) tcp.getRemoteSocketAddress();
    }

    /** Puts TLS over a socket that is connected; nothing is sent yet. */
    static TlsLink over(Socket tcp, SSLContext papers, boolean asClient) throws IOException {
        tcp.setTcpNoDelay(true);
        tcp.setKeepAlive(true);
        SSLSocket tls = (SSLSocket)
                papers.getSocketFactory().createSocket(tcp, tcp.getInetAddress().getHostAddress(), tcp.getPort(), true);
        tls.setUseClientMode(asClient);
        tls.setSSLParameters(TlsPapers.parameters());
        return new TlsLink(tcp, tls);
    }

    InetSocketAddress peer() {
        return peer;
    }

    /** Who is there. Java looks at no date where a session is resumed, or where the certificate itself is what is believed. */
    PeerCertificate handshake(Duration time, Clock clock) throws IOException {
        reading = Due.in(time, Cut.HANDSHAKE_TOO_SLOW);
        tls.startHandshake();
        X509Certificate shown = (X509Certificate) tls.getSession().getPeerCertificates()[0];
        try {
            shown.checkValidity(Date.from(clock.instant()));
        } catch (CertificateException outOfDate) {
            throw new SSLException(outOfDate);
        }
        return PeerCertificate.of(shown);
    }

    /**
     * The next packet; nothing when the peer has ended.
     *
     * @param idle how long nothing may come
     * @param packet how long it may take then
     */
    Optional<ByteBuffer> read(Duration idle, Duration packet) throws IOException {
        reading = Due.in(idle, Cut.IDLE);
        return Framing.next(tls.getInputStream(), () -> reading = Due.in(packet, Cut.SLOW));
    }

    /** Begins to write what is sent; each within the time. */
    void startWriting(Duration time) {
        Thread.ofVirtual().name("radsec-writer").start(() -> write(time));
    }

    private void write(Duration time) {
        try {
            OutputStream stream = tls.getOutputStream();
            while (!isCut()) {
                byte[] octets = next();
                writing = Due.in(time, Cut.SLOW);
                stream.write(octets);
                writing = new Due(Long.MAX_VALUE, Cut.SLOW);
            }
        } catch (IOException broken) {
            cut(Cut.BROKEN, broken.toString());
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for a packet, and takes along those that wait too, as far as they go into one record. */
    private byte[] next() throws InterruptedException {
        byte[] first = out.take();
        byte @Nullable [] more = out.peek();
        if (more == null || first.length + more.length > RECORD) {
            return first;
        }
        ByteArrayOutputStream together = new ByteArrayOutputStream(RECORD);
        together.writeBytes(first);
        while (more != null && together.size() + more.length <= RECORD) {
            together.writeBytes(out.take());
            more = out.peek();
        }
        return together.toByteArray();
    }

    /** Never waits; a peer that takes nothing is cut off. */
    void send(byte[] packet) {
        if (!out.offer(packet)) {
            cut(Cut.DEAF, "");
        }
    }

    /** Ends it, for the first reason that is given; where that is no quarrel the peer is told. */
    void cut(Cut why, String detail) {
        if (!ending.compareAndSet(null, new Ending(why, detail))) {
            return;
        }
        out.clear();
        out.offer(new byte[0]);
        switch (why) {
            case ENDED, CLOSED, IDLE, UNKNOWN_PEER, MALFORMED, BAD_PROOF -> {
                Thread.ofVirtual().name("radsec-farewell").start(this::farewell);
                CompletableFuture.delayedExecutor(FAREWELL_MILLIS, TimeUnit.MILLISECONDS)
                        .execute(this::drop);
            }
            case FULL, NO_PAPERS, HANDSHAKE_FAILED, HANDSHAKE_TOO_SLOW, SLOW, DEAF, BROKEN -> drop();
        }
    }

    private void farewell() {
        try {
            tls.close();
        } catch (IOException gone) {
            // the peer has not waited for it
        } finally {
            drop();
        }
    }

    /** Closes the socket under TLS. */
    void drop() {
        try {
            tcp.close();
        } catch (IOException gone) {
            // it is closed in any case
        }
    }

    boolean isCut() {
        return ending.get() != null;
    }

    boolean isGone() {
        return tcp.isClosed();
    }

    Ending ending() {
        Ending known = ending.get();
        return known == null ? new Ending(Cut.BROKEN, "") : known;
    }

    /** Ends what is overdue. */
    void look(long now) {
        if (writing.isOver(now)) {
            cut(writing.otherwise(), "");
        } else if (!isCut() && reading.isOver(now)) {
            cut(reading.otherwise(), "");
        }
    }
}
