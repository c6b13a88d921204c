package org.omnihall.hall.access.login;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.omnihall.hall.access.network.AccessController;
import org.omnihall.hall.access.network.Cidr;
import org.omnihall.hall.access.network.DomainRule;
import org.omnihall.hall.access.network.MessageAuthenticator;
import org.omnihall.hall.access.network.PortalMethod;
import org.omnihall.hall.access.network.RedirectMap;
import org.omnihall.hall.access.network.RedirectMap.Meaning;
import org.omnihall.hall.access.network.Vendor;
import org.omnihall.hall.access.network.VolumeUnit;
import org.omnihall.octets.Octets;
import org.omnihall.portal.AttributeType;
import org.omnihall.portal.Dialect;
import org.omnihall.portal.Packet;
import org.omnihall.portal.Type;

/** An access controller that says yes to every PAP login and logout, in the China Mobile dialect. */
final class SmallController implements AutoCloseable {

    final List<String> users = new CopyOnWriteArrayList<>();
    final List<String> passwords = new CopyOnWriteArrayList<>();
    private final DatagramSocket socket;

    SmallController() {
        try {
            socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
        Thread.ofPlatform().daemon().start(this::serve);
    }

    AccessController registered() {
        return registered(false);
    }

    /** @param nat whether devices come to the pages by its own address */
    AccessController registered(boolean nat) {
        InetAddress own = InetAddress.ofLiteral("127.0.0.1");
        RedirectMap map = new RedirectMap(
                "CMCC",
                java.util.Map.of(
                        "wlanuserip", Meaning.USER_ADDRESS,
                        "wlanacname", Meaning.AC_NAME,
                        "wlanacip", Meaning.AC_ADDRESS,
                        "wlanusermac", Meaning.USER_MAC,
                        "wlanapmac", Meaning.AP_MAC,
                        "ssid", Meaning.SSID,
                        "wlanuserfirsturl", Meaning.FIRST_URL));
        return new AccessController(
                7,
                "ac-test",
                "/zj/hz/",
                Vendor.STANDARD,
                Dialect.CMCC,
                PortalMethod.PAP,
                Octets.ofText("Omnihall-test-1"),
                Octets.EMPTY,
                List.of(Cidr.of(own)),
                own,
                socket.getLocalPort(),
                3799,
                nat,
                MessageAuthenticator.REQUIRED,
                new DomainRule.None(),
                map,
                Optional.empty(),
                Optional.empty(),
                VolumeUnit.OCTETS);
    }

    private void serve() {
        byte[] buffer = new byte[Packet.MAX_LENGTH];
        while (!socket.isClosed()) {
            try {
                DatagramPacket in = new DatagramPacket(buffer, buffer.length);
                socket.receive(in);
                Packet request = Packet.decode(ByteBuffer.wrap(buffer, 0, in.getLength()), Dialect.CMCC);
                Optional<Packet> answer = answer(request);
                if (answer.isPresent()) {
                    byte[] out = answer.get().encode();
                    socket.send(new DatagramPacket(out, out.length, in.getSocketAddress()));
                }
            } catch (IOException closed) {
                return;
            }
        }
    }

    private Optional<Packet> answer(Packet request) {
        return switch (request.type()) {
            case REQ_AUTH -> {
                request.text(AttributeType.USER_NAME).ifPresent(users::add);
                request.text(AttributeType.PASSWORD).ifPresent(passwords::add);
                yield Optional.of(request.answer(Type.ACK_AUTH).withRequestId(46));
            }
            case REQ_LOGOUT -> Optional.of(request.answer(Type.ACK_LOGOUT));
            default -> Optional.empty();
        };
    }

    @Override
    public void close() {
        socket.close();
    }
}
