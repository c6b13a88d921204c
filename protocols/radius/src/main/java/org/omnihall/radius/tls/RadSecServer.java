package org.omnihall.radius.tls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.SSLContext;
import org.omnihall.radius.transport.Gate;

/**
 * One TCP socket, and a virtual thread for each connection. All kinds of requests come over the same connection (RFC 6614 section 2.1), whose peer
 * is known by his certificate alone. A stream that is out of step cannot be put right, so what is malformed or wrongly signed ends the connection
 * (RFC 6613 section 2.6.4); what is only unexpected is dropped.
 */
public final class RadSecServer implements AutoCloseable {

    private static final int BACKLOG = 128;
    private static final long PAUSE_NANOS = 100_000_000;

    /** One address gets a quarter of the connections: who only connects must not keep peers out. */
    private static final int SHARE = 4;

    private final TlsServerSettings settings;
    private final RadSecListener listener;
    private final ServerSocket socket;
    private final Gate gate;
    private final LinkTimer timer;
    private final AtomicInteger connections = new AtomicInteger();
    private final Map<InetAddress, Integer> addresses = new ConcurrentHashMap<>();
    private final Map<Cut, LongAdder> cuts = new EnumMap<>(Cut.class);

    private RadSecServer(TlsServerSettings settings, RadSecListener listener) throws IOException {
        this.settings = settings;
        this.listener = listener;
        this.gate = new Gate(listener);
        for (Cut cut : Cut.values()) {
            cuts.put(cut, new LongAdder());
        }
        this.socket = new ServerSocket();
        try {
            socket.setReuseAddress(true);
            socket.bind(settings.address(), BACKLOG);
        } catch (IOException unbindable) {
            socket.close();
            throw unbindable;
        }
        this.timer = new LinkTimer("radsec-timer-" + socket.getLocalPort());
    }

    /** Binds and starts to accept; throws {@link UncheckedIOException} when the address is taken. */
    public static RadSecServer start(TlsServerSettings settings, RadSecListener listener) {
        try {
            RadSecServer server = new RadSecServer(settings, listener);
            Thread.ofPlatform().name("radsec-" + server.address().getPort()).start(server::accept);
            return server;
        } catch (IOException unbindable) {
            throw new UncheckedIOException("cannot listen on " + settings.address(), unbindable);
        }
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    /** How many are connected, those in their handshake among them. */
    public int connections() {
        return connections.get();
    }

    /** How many connections ended for a reason since the start. */
    public long cuts(Cut why) {
        LongAdder counter = cuts.get(why);
        return counter == null ? 0 : counter.sum();
    }

    /** Without descriptors it fails at once each time: it pauses then, and says so once until it accepts again. */
    private void accept() {
        boolean failing = false;
        while (!socket.isClosed()) {
            try {
                take(socket.accept());
                failing = false;
            } catch (IOException unacceptable) {
                if (!failing && !socket.isClosed()) {
                    listener.failed(settings.address(), new UncheckedIOException(unacceptable));
                }
                failing = true;
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    private void take(Socket tcp) {
        InetSocketAddress source = (InetSocketAddress) tcp.getRemoteSocketAddress();
        int most = settings.bounds().connections();
        int ofHis = addresses.merge(source.getAddress(), 1, Integer::sum);
        if (connections.incrementAndGet() > most || ofHis > Math.max(1, most / SHARE)) {
            close(tcp);
            ended(Cut.FULL, source, "");
            return;
        }
        Thread.ofVirtual().name("radsec-reader").start(() -> serve(tcp, source));
    }

    /** The edge to those whom it asks about papers and peers: their bug costs this connection, and not its place. */
    private void serve(Socket tcp, InetSocketAddress source) {
        TlsLink.Ending ending = new TlsLink.Ending(Cut.BROKEN, "");
        try {
            ending = serveUntilItEnds(tcp);
        } catch (IOException broken) {
            ending = new TlsLink.Ending(Cut.BROKEN, broken.toString());
            close(tcp);
        } catch (RuntimeException bug) {
            ending = new TlsLink.Ending(Cut.BROKEN, bug.toString());
            close(tcp);
            listener.failed(source, bug);
        } finally {
            ended(ending.why(), source, ending.detail());
        }
    }

    private TlsLink.Ending serveUntilItEnds(Socket tcp) throws IOException {
        Optional<SSLContext> papers = settings.papers().get();
        if (papers.isEmpty()) {
            close(tcp);
            return new TlsLink.Ending(Cut.NO_PAPERS, "");
        }
        TlsLink link = TlsLink.over(tcp, papers.get(), false);
        timer.add(link);
        if (socket.isClosed()) {
            link.cut(Cut.CLOSED, "");
        }
        return new Served(settings, listener, gate, link).serve();
    }

    private static void close(Socket tcp) {
        try {
            tcp.close();
        } catch (IOException gone) {
            // it is closed in any case
        }
    }

    private void ended(Cut why, InetSocketAddress source, String detail) {
        connections.decrementAndGet();
        addresses.computeIfPresent(source.getAddress(), (address, count) -> count > 1 ? count - 1 : null);
        LongAdder counter = cuts.get(why);
        if (counter != null) {
            counter.increment();
        }
        listener.cut(why, source, detail);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException unclosable) {
            throw new UncheckedIOException(unclosable);
        } finally {
            timer.close();
        }
    }
}
