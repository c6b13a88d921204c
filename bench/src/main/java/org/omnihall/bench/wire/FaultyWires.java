package org.omnihall.bench.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.omnihall.bench.ac.ControllerSettings;

/**
 * Faulty lines around one controller: RADIUS and Disconnects, the Portal protocol in both directions. The hall sees them where the
 * controller would be; the controller itself is moved behind them by {@link #inside}.
 */
public final class FaultyWires implements AutoCloseable {

    private final Deque<LossyLink> links = new ArrayDeque<>();
    private final Toll toll = new Toll();
    private final ControllerSettings inside;

    public FaultyWires(ControllerSettings outside, Faults faults) throws IOException {
        LossyLink.Wiring wiring = new LossyLink.Wiring(faults, toll);
        try {
            this.inside = lay(outside, wiring);
        } catch (IOException | UncheckedIOException taken) {
            close();
            throw taken;
        }
    }

    private ControllerSettings lay(ControllerSettings outside, LossyLink.Wiring wiring) throws IOException {
        int portal = freePort(outside.address());
        int dynamic = freePort(outside.address());
        LossyLink toPortal = inwards("portal", outside.address(), outside.portal(), portal, wiring);
        inwards("dynamic", outside.address(), outside.dynamic(), dynamic, wiring);
        ControllerSettings.Servers servers = outside.servers();
        Optional<InetSocketAddress> macBinding = servers.macBinding().map(toPortal::addressOf);
        return outside.behind(
                portal,
                dynamic,
                new ControllerSettings.Servers(
                        toPortal.addressOf(servers.portal()),
                        macBinding,
                        outwards("authentication", outside.radiusSource(), servers.authentication(), wiring),
                        outwards("accounting", outside.radiusSource(), servers.accounting(), wiring)));
    }

    /** From the hall to a port of the controller, which stands at another. */
    private LossyLink inwards(String name, InetAddress address, int port, int moved, LossyLink.Wiring wiring)
            throws IOException {
        LossyLink link = new LossyLink(
                name, new InetSocketAddress(address, port), new InetSocketAddress(address, moved), address, wiring);
        links.add(link);
        return link;
    }

    private InetSocketAddress outwards(
            String name, InetAddress source, InetSocketAddress server, LossyLink.Wiring wiring) throws IOException {
        LossyLink link = new LossyLink(name, new InetSocketAddress(source, 0), server, source, wiring);
        links.add(link);
        return link.address();
    }

    private static int freePort(InetAddress address) throws IOException {
        try (DatagramSocket probe = new DatagramSocket(0, address)) {
            return probe.getLocalPort();
        }
    }

    /** The settings with which the controller speaks into these lines. */
    public ControllerSettings inside() {
        return inside;
    }

    public Toll toll() {
        return toll;
    }

    @Override
    public void close() throws IOException {
        while (!links.isEmpty()) {
            links.pop().close();
        }
    }
}
