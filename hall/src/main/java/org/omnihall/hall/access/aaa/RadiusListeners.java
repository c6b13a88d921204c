package org.omnihall.hall.access.aaa;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.omnihall.hall.access.network.AccessController;
import org.omnihall.hall.access.network.AccessControllers;
import org.omnihall.hall.node.NodeSettings;
import org.omnihall.radius.Code;
import org.omnihall.radius.transport.Client;
import org.omnihall.radius.transport.RadiusServer;
import org.omnihall.radius.transport.ServerSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The RADIUS sockets of this node: authentication and accounting, on the node's address and, where that is a loopback, on ::1 as well. */
@Component
public class RadiusListeners implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RadiusListeners.class);

    /** Of each port, at most: more than one also where the machine is small, so that what gathered while one was held up is soon gone. */
    private static final int READERS = Math.clamp(Runtime.getRuntime().availableProcessors() / 2, 2, 8);

    private final NodeSettings node;
    private final AccessControllers controllers;
    private final RadiusDesks desks;
    private final DatabaseHealth health;
    private final RadiusEars ears;
    private final AaaSettings knobs;
    private final Clock clock;
    private final List<RadiusServer> authenticationServers = new ArrayList<>();
    private final List<RadiusServer> accountingServers = new ArrayList<>();

    RadiusListeners(
            NodeSettings node,
            AccessControllers controllers,
            RadiusDesks desks,
            DatabaseHealth health,
            RadiusEars ears,
            AaaSettings knobs,
            Clock clock) {
        this.node = node;
        this.controllers = controllers;
        this.desks = desks;
        this.health = health;
        this.ears = ears;
        this.knobs = knobs;
        this.clock = clock;
    }

    /** Where authentication listens; the first is on the node's own address. */
    public List<InetSocketAddress> authentication() {
        return authenticationServers.stream().map(RadiusServer::address).toList();
    }

    /** Where accounting listens; the first is on the node's own address. */
    public List<InetSocketAddress> accounting() {
        return accountingServers.stream().map(RadiusServer::address).toList();
    }

    /** How many Accounting-Requests are acknowledged that the books do not show yet; usually none, or those of the last tenth of a second. */
    public int booksBehind() {
        return desks.booksBehind();
    }

    @Override
    public void start() {
        health.start();
        for (InetAddress address : addresses(node.bind())) {
            authenticationServers.add(RadiusServer.start(
                    settings(address, node.ports().radiusAuthentication(), Code.ACCESS_REQUEST)
                            .withHealth(desks::isHealthy),
                    desks.access(),
                    ears));
            accountingServers.add(RadiusServer.start(
                    settings(address, node.ports().radiusAccounting(), Code.ACCOUNTING_REQUEST)
                            .withHealth(desks::keepsBooks),
                    desks.accounting(),
                    ears));
        }
        LOG.info("RADIUS listens on {} and {}", authentication(), accounting());
    }

    static List<InetAddress> addresses(InetAddress bind) {
        InetAddress loopback = ipv6Loopback();
        return bind.isLoopbackAddress() && !bind.equals(loopback) && isHere(loopback)
                ? List.of(bind, loopback)
                : List.of(bind);
    }

    /** A machine may have IPv6 switched off. */
    private static boolean isHere(InetAddress address) {
        try {
            return NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException unknown) {
            return false;
        }
    }

    private static InetAddress ipv6Loopback() {
        byte[] one = new byte[16];
        one[15] = 1;
        try {
            return InetAddress.getByAddress(one);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private ServerSettings settings(InetAddress address, int port, Code code) {
        return ServerSettings.of(new InetSocketAddress(address, port), Set.of(code), this::client, clock)
                .withMost(knobs.mostPerSecond())
                .withReaders(READERS);
    }

    /** Controllers that share a source share the secret; the strictest of their policies holds. */
    private Optional<Client> client(InetAddress source) {
        List<AccessController> there = controllers.bySource(source);
        return controllers.secretOf(source).map(secret -> new Client(secret, policy(there)));
    }

    static Client.Policy policy(List<AccessController> there) {
        Client.Policy strictest = Client.Policy.OPTIONAL;
        for (AccessController controller : there) {
            switch (controller.messageAuthenticator()) {
                case REQUIRED -> {
                    return Client.Policy.REQUIRED;
                }
                case LEARN -> strictest = Client.Policy.LEARN;
                case OPTIONAL -> {}
            }
        }
        return there.isEmpty() ? Client.Policy.REQUIRED : strictest;
    }

    @Override
    public void stop() {
        authenticationServers.forEach(RadiusServer::close);
        accountingServers.forEach(RadiusServer::close);
        authenticationServers.clear();
        accountingServers.clear();
        health.stop();
    }

    @Override
    public boolean isRunning() {
        return !authenticationServers.isEmpty();
    }

    /** Late, so that everything they need is there, and first to stop. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 100;
    }
}
