package org.omnihall.hall.access.network;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.omnihall.radius.AttributeTypes;
import org.omnihall.radius.MalformedPacket;
import org.omnihall.radius.Packet;
import org.omnihall.radius.auth.SharedSecret;

/** Answers which access controller is meant, from memory: no question waits for the database, and all work while it is away. */
public final class AccessControllers {

    private final Supplier<ControllerBook> book;
    private final LongConsumer latch;

    AccessControllers(Supplier<ControllerBook> book, LongConsumer latch) {
        this.book = book;
        this.latch = latch;
    }

    /** A network that never changes, for tests and simulations. */
    public static AccessControllers fixed(AccessController... controllers) {
        ControllerBook book = new ControllerBook(List.of(controllers));
        return new AccessControllers(() -> book, id -> {});
    }

    public List<AccessController> all() {
        return book.get().all();
    }

    public Optional<AccessController> byId(long id) {
        return book.get().byId(id);
    }

    /** The controllers whose registered address or most precise network holds the source; several may share a source behind a proxy. */
    public List<AccessController> bySource(InetAddress source) {
        return book.get().bySource(source);
    }

    /** The RADIUS secret of packets from a source; controllers that share a source share the secret. Empty: not ours. */
    public Optional<SharedSecret> secretOf(InetAddress source) {
        return book.get().secretOf(source);
    }

    /**
     * The one controller that sent a RADIUS packet (access rule 10): registered for the source, and with the NAS-Identifier that it was
     * registered with; among several without a registered identifier the NAS-IP-Address decides.
     *
     * @throws MalformedPacket where the NAS's address is none
     */
    public Optional<AccessController> identify(InetAddress source, Packet packet) {
        return identify(
                source,
                packet.text(AttributeTypes.NAS_IDENTIFIER),
                packet.ipv4(AttributeTypes.NAS_IP_ADDRESS).or(() -> packet.ipv6(AttributeTypes.NAS_IPV6_ADDRESS)));
    }

    /** The same by what the packet says. */
    public Optional<AccessController> identify(
            InetAddress source, Optional<String> nasIdentifier, Optional<InetAddress> nasIp) {
        return book.get().identify(source, nasIdentifier, nasIp);
    }

    /** The controller that a packet may be of: the one that sent it, or all of its source where it does not say which, readably. */
    public List<AccessController> senders(InetAddress source, Packet packet) {
        try {
            return identify(source, packet).map(List::of).orElseGet(() -> bySource(source));
        } catch (MalformedPacket unreadable) {
            return bySource(source);
        }
    }

    /** The controller that a redirect names by address, name or NAS-Identifier: a hint, to be proved (access rule 1). */
    public Optional<AccessController> byHint(Optional<InetAddress> acIp, Optional<String> acName) {
        return book.get().byHint(acIp, acName);
    }

    /** A valid Message-Authenticator was seen: one that learns requires it from now on, here at once, on other nodes within two seconds. */
    public void messageAuthenticatorSeen(AccessController controller) {
        if (controller.messageAuthenticator() == MessageAuthenticator.LEARN) {
            latch.accept(controller.id());
        }
    }
}
