package org.omnihall.portal.server;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.omnihall.octets.MacAddress;
import org.omnihall.portal.Packet;

/**
 * The Portal server: one socket over which clients are brought online and offline, and on which devices tell what happened.
 *
 * <p>With a {@link MacBinding} it is a MAC binding server as well, on an address of its own. No method blocks; results are completed on
 * virtual threads, and callers on such may join them. One thread reads and one owns all that waits.
 */
public final class PortalServer implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(PortalServer.class.getName());

    private record Place(InetSocketAddress bas, InetAddress user) {}

    private final Setup setup;
    private final DatagramChannel channel;
    private final Loop loop;
    private final Table table;
    private final Inbound inbound;
    private final Questions questions;
    private final Map<Place, Login> logins = new HashMap<>();

    private PortalServer(Setup setup, DatagramChannel channel) {
        this.setup = setup;
        this.channel = channel;
        loop = new Loop(channel, setup.listener());
        table = new Table(new SecureRandom(), setup.mostWaiting());
        inbound = new Inbound(setup, loop, table);
        questions = new Questions(setup.timing(), loop, table);
    }

    /** Binds the socket and starts to read. */
    public static PortalServer open(Setup setup) throws IOException {
        boolean ipv4 = setup.listen().getAddress() instanceof Inet4Address;
        DatagramChannel channel =
                DatagramChannel.open(ipv4 ? StandardProtocolFamily.INET : StandardProtocolFamily.INET6);
        try {
            channel.bind(setup.listen());
        } catch (IOException taken) {
            channel.close();
            throw taken;
        }
        PortalServer server = new PortalServer(setup, channel);
        Thread.ofPlatform().daemon().name("portal-reader").start(server::read);
        return server;
    }

    /** Where the socket is bound. */
    public InetSocketAddress address() {
        return new InetSocketAddress(
                setup.listen().getAddress(), channel.socket().getLocalPort());
    }

    /**
     * Brings a client online. A second login of the same client under the same name while the first has not ended shares its result.
     */
    public CompletableFuture<LoginResult> login(Bas bas, UserAddress user, String userName, Credential credential) {
        if (!Questions.fits(userName) || !Questions.fits(credential.secret())) {
            return nothingSent(NotSent.TOO_LONG);
        }
        if (!bas.dialect().carries(user.ip())) {
            return nothingSent(NotSent.ADDRESS_NOT_CARRIED);
        }
        Login.Wish wish = new Login.Wish(bas, user, userName, credential);
        CompletableFuture<CompletableFuture<LoginResult>> begun = new CompletableFuture<>();
        return loop.run(() -> begun.complete(begin(wish)))
                ? begun.thenCompose(Function.identity())
                : nothingSent(NotSent.CLOSED);
    }

    private static CompletableFuture<LoginResult> nothingSent(NotSent why) {
        return CompletableFuture.completedFuture(new LoginResult.NothingSent(why));
    }

    private CompletableFuture<LoginResult> begin(Login.Wish wish) {
        if (loop.closed()) {
            return nothingSent(NotSent.CLOSED);
        }
        Place place = new Place(wish.bas().address(), wish.user().ip());
        Login running = logins.get(place);
        if (running == null) {
            return table.freeSerial(wish.bas())
                    .map(serial -> begin(wish, place, serial))
                    .orElseGet(() -> nothingSent(NotSent.TOO_MANY_WAITING));
        }
        return running.wish().userName().equals(wish.userName())
                ? running.result()
                : nothingSent(NotSent.OTHER_LOGIN_WAITING);
    }

    private CompletableFuture<LoginResult> begin(Login.Wish wish, Place place, int serial) {
        Login.Ends ends = new Login.Ends(() -> logins.remove(place), () -> table.remove(wish.bas(), serial));
        Login login = new Login(loop, setup.timing(), wish, serial, ends);
        logins.put(place, login);
        table.put(wish.bas(), serial, login);
        login.start();
        return login.result();
    }

    /**
     * Takes a client offline.
     *
     * @param requestId that of {@link LoginResult.Online}, 0 if unknown
     */
    public CompletableFuture<LogoutResult> logout(Bas bas, UserAddress user, int requestId) {
        return questions.logout(bas, user, requestId);
    }

    /** Asks what the device knows about a client. */
    public CompletableFuture<InfoResult> info(Bas bas, UserAddress user) {
        return questions.info(bas, user);
    }

    /** Tells the device that the server lives. False only if the device's kind answers heartbeats and this one did not. */
    public CompletableFuture<Boolean> heartbeat(Bas bas) {
        return questions.heartbeat(bas);
    }

    /**
     * Tells the device who is online and gives those whom it does not have. H3C devices are silent when they have all, so silence means the
     * same as none; they log out who is in no list for 20 minutes.
     */
    public CompletableFuture<Set<InetAddress>> synchronise(Bas bas, Collection<InetAddress> online) {
        return questions.synchronise(bas, List.copyOf(online));
    }

    /** In the MAC binding role: asks the device to end an IPv4 client's session; there is no answer. */
    public void endSession(Bas bas, InetAddress user, MacAddress mac) {
        questions.endSession(bas, user, mac);
    }

    private void read() {
        ByteBuffer buffer = ByteBuffer.allocate(Packet.MAX_LENGTH + 1);
        while (channel.isOpen()) {
            try {
                buffer.clear();
                InetSocketAddress from = (InetSocketAddress) channel.receive(buffer);
                hear(buffer.flip(), from);
            } catch (ClosedChannelException closed) {
                return;
            } catch (IOException broken) {
                LOG.log(Level.WARNING, "cannot read the Portal socket", broken);
            }
        }
    }

    private void hear(ByteBuffer datagram, InetSocketAddress from) {
        try {
            inbound.datagram(datagram, from);
        } catch (RuntimeException bug) {
            LOG.log(Level.ERROR, "a Portal datagram could not be handled", bug);
            setup.listener().dropped(Drop.FAULT, from.getAddress());
        }
    }

    /** Ends all that waits with "no answer" or "closed". */
    @Override
    public void close() throws IOException {
        loop.close(() -> table.all().forEach(Waiting::abandon));
        channel.close();
    }
}
