package org.omnihall.bench.sms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.omnihall.octets.Octets;

/**
 * A simulated SMS centre for any SMPP client: takes messages for phones that nobody owns, keeps them for the simulated phones, and fails on
 * demand. Repeatable: message ids come from the seed. Listens on the loopback address only.
 */
public final class SmsCentre implements AutoCloseable {

    /** Whom it lets in. */
    public record Login(String systemId, String password) {
        @Override
        public String toString() {
            return systemId;
        }
    }

    private final Login login;
    private final Clock clock;
    private final ServerSocket server;
    private final AtomicLong ids;
    private final Inboxes inboxes = new Inboxes();
    private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
    private final Set<CentreConnection> connections = ConcurrentHashMap.newKeySet();
    private final AtomicLong submissions = new AtomicLong();
    private volatile Manners manners = Manners.PLAIN;

    private SmsCentre(ServerSocket server, Login login, long seed, Clock clock) {
        this.server = server;
        this.login = login;
        this.clock = clock;
        this.ids = new AtomicLong(new Random(seed).nextInt(0x0100_0000, 0x0fff_ffff));
    }

    /** Opens one on a port of the loopback address; port 0 lets the system choose. */
    public static SmsCentre open(int port, Login login, long seed, Clock clock) {
        try {
            ServerSocket server = new ServerSocket();
            server.setReuseAddress(true);
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            SmsCentre centre = new SmsCentre(server, login, seed, clock);
            Thread.ofVirtual().name("sms-centre").start(centre::accept);
            return centre;
        } catch (IOException taken) {
            throw new UncheckedIOException("port " + port + " cannot be opened", taken);
        }
    }

    public int port() {
        return server.getLocalPort();
    }

    /** What a phone has received, the oldest first. */
    public List<ReceivedSms> inbox(String msisdn) {
        return inboxes.of(msisdn);
    }

    /** The message with this number in the order of arrival, counted from 0; nothing if it did not come in time. */
    public Optional<ReceivedSms> await(String msisdn, int number, Duration longest) throws InterruptedException {
        return inboxes.await(msisdn, number, longest);
    }

    /** Tells of every message that reaches a phone, on the thread that delivers it. */
    public void listen(Consumer<ReceivedSms> listener) {
        inboxes.listen(listener);
    }

    public void behave(Manners now) {
        manners = now;
    }

    /** The next so many submissions go wrong like this. */
    public void fail(Fault fault, int times) {
        for (int i = 0; i < times; i++) {
            faults.add(fault);
        }
    }

    /** Forgets what was to go wrong, and its odd manners. */
    public void recover() {
        faults.clear();
        manners = Manners.PLAIN;
    }

    /** How many submissions came in, failed ones too. */
    public long submissions() {
        return submissions.get();
    }

    public int boundClients() {
        return (int) connections.stream().filter(CentreConnection::isBound).count();
    }

    /** Closes all connections, as a centre that starts anew; the listener stays. */
    public void dropConnections() {
        connections.forEach(CentreConnection::close);
    }

    /** Sends octets as they are to every bound client, well-formed or not. */
    public void say(Octets octets) {
        connections.stream().filter(CentreConnection::isBound).forEach(connection -> connection.say(octets));
    }

    Login login() {
        return login;
    }

    Clock clock() {
        return clock;
    }

    Manners manners() {
        return manners;
    }

    Inboxes inboxes() {
        return inboxes;
    }

    long nextId() {
        return ids.incrementAndGet();
    }

    Optional<Fault> nextFault() {
        submissions.incrementAndGet();
        return Optional.ofNullable(faults.poll());
    }

    void gone(CentreConnection connection) {
        connections.remove(connection);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                CentreConnection connection = new CentreConnection(this, socket);
                connections.add(connection);
                Thread.ofVirtual().name("sms-centre-client").start(connection::serve);
            } catch (IOException closed) {
                close();
            }
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } finally {
            dropConnections();
        }
    }
}
