package org.omnihall.hall.access.online;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.omnihall.hall.access.network.AccessController;
import org.omnihall.hall.access.network.AccessControllers;
import org.omnihall.hall.access.network.Vendor;
import org.omnihall.hall.node.NodeSettings;
import org.omnihall.portal.Dialect;
import org.omnihall.portal.Secret;
import org.omnihall.portal.Type;
import org.omnihall.portal.server.Bas;
import org.omnihall.portal.server.Drop;
import org.omnihall.portal.server.Habits;
import org.omnihall.portal.server.MacBinding;
import org.omnihall.portal.server.Notice;
import org.omnihall.portal.server.PortalListener;
import org.omnihall.portal.server.PortalServer;
import org.omnihall.portal.server.Setup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The node's two Portal sockets: one for pages, and on an address of its own one for MAC binding, so that controllers can tell their logins
 * apart (rule 21). What controllers tell unasked is counted and is a hint, never a fact (rule 2).
 */
@Component
class Portal implements SmartLifecycle, PortalListener {

    private static final Logger LOG = LoggerFactory.getLogger(Portal.class);

    private static final Habits HUAWEI =
            new Habits(false, Optional.empty(), Type.WEB_STATUS_NOTIFY, Habits.DEFAULT.macMessages());

    private final NodeSettings node;
    private final AccessControllers controllers;
    private final MacTrigger macTrigger;
    private final LogoutCheck logoutCheck;
    private final MeterRegistry meters;
    private volatile @Nullable PortalServer pages;
    private volatile @Nullable PortalServer macs;

    Portal(
            NodeSettings node,
            AccessControllers controllers,
            MacTrigger macTrigger,
            LogoutCheck logoutCheck,
            MeterRegistry meters) {
        this.node = node;
        this.controllers = controllers;
        this.macTrigger = macTrigger;
        this.logoutCheck = logoutCheck;
        this.meters = meters;
    }

    /** The controller as the Portal server addresses it: always the stored address, never one that a redirect named (rule 1). */
    static Bas bas(AccessController controller) {
        return new Bas(
                new InetSocketAddress(controller.address(), controller.portalPort()),
                Dialect.valueOf(controller.dialect().name()),
                new Secret(controller.portalSecret()),
                controller.vendor() == Vendor.HUAWEI ? HUAWEI : Habits.DEFAULT);
    }

    /** Through which logins of pages go. */
    PortalServer pages() {
        return running(pages);
    }

    /** Through which logins go that a MAC question began. */
    PortalServer macs() {
        return running(macs);
    }

    private static PortalServer running(@Nullable PortalServer server) {
        if (server == null) {
            throw new IllegalStateException("the Portal server does not run");
        }
        return server;
    }

    @Override
    public void start() {
        MacBinding binding = question -> macTrigger.bound(question, this::macs);
        try {
            pages = PortalServer.open(setup(node.bind(), node.ports().portal()));
            macs = PortalServer.open(
                    setup(node.macBindingBind(), node.ports().macBinding()).with(binding));
        } catch (IOException taken) {
            stop();
            throw new UncheckedIOException(
                    "The Portal server cannot listen on " + node.bind().getHostAddress() + ":"
                            + node.ports().portal() + " or "
                            + node.macBindingBind().getHostAddress() + ":"
                            + node.ports().macBinding(),
                    taken);
        }
    }

    private Setup setup(InetAddress address, int port) {
        return new Setup(new InetSocketAddress(address, port), this::at, this);
    }

    private Optional<Bas> at(InetAddress source) {
        return controllers.bySource(source).stream().findFirst().map(Portal::bas);
    }

    @Override
    public void stop() {
        PortalServer one = pages;
        PortalServer other = macs;
        pages = null;
        macs = null;
        close(one);
        close(other);
    }

    private static void close(@Nullable PortalServer server) {
        try {
            if (server != null) {
                server.close();
            }
        } catch (IOException halfClosed) {
            LOG.warn("A Portal socket did not close: {}", halfClosed.getMessage());
        }
    }

    @Override
    public boolean isRunning() {
        return pages != null;
    }

    @Override
    public void noticed(Notice notice) {
        meters.counter("omnihall.portal.notices", "kind", notice.getClass().getSimpleName())
                .increment();
        if (notice instanceof Notice.LoggedOut loggedOut) {
            logoutCheck.hinted(loggedOut, pages());
        }
    }

    @Override
    public void dropped(Drop why, InetAddress source) {
        meters.counter("omnihall.portal.drops", "reason", why.name()).increment();
    }
}
