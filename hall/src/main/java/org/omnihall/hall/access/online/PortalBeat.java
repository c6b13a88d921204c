package org.omnihall.hall.access.online;

import java.net.InetAddress;
import java.util.List;
import org.omnihall.hall.access.network.AccessController;
import org.omnihall.hall.access.network.AccessControllers;
import org.omnihall.hall.access.network.Vendor;
import org.omnihall.hall.access.session.Sessions;
import org.omnihall.portal.server.Bas;
import org.omnihall.portal.server.PortalServer;
import org.omnihall.portal.server.UserAddress;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells devices that the server lives, and H3C ones who is online. Without heartbeats a device lets everybody through ("escape"); one that is
 * told lists logs out who is in none of them, so a list is always whole (portal protocol sections 4 and 8: a device waits 60 s and 1200 s by
 * default, older ones 300 s).
 */
@Component
class PortalBeat {

    private final Portal portal;
    private final AccessControllers controllers;
    private final Sessions sessions;
    private final LogoutCheck check;

    PortalBeat(Portal portal, AccessControllers controllers, Sessions sessions, LogoutCheck check) {
        this.portal = portal;
        this.controllers = controllers;
        this.sessions = sessions;
        this.check = check;
    }

    @Scheduled(fixedDelayString = "PT20S", initialDelayString = "PT20S")
    void beat() {
        if (!portal.isRunning()) {
            return;
        }
        controllers.all().stream().filter(PortalBeat::listens).forEach(controller -> {
            var _ = portal.pages().heartbeat(Portal.bas(controller));
        });
    }

    @Scheduled(fixedDelayString = "PT4M", initialDelayString = "PT4M")
    void synchronise() {
        if (!portal.isRunning()) {
            return;
        }
        controllers.all().stream()
                .filter(controller -> listens(controller) && controller.vendor() == Vendor.H3C)
                .forEach(this::synchronise);
    }

    private void synchronise(AccessController controller) {
        List<InetAddress> online = sessions.addressesAt(controller.id());
        PortalServer server = portal.pages();
        Bas bas = Portal.bas(controller);
        var _ = server.synchronise(bas, online)
                .thenAccept(
                        strangers -> strangers.forEach(stranger -> check.ask(bas, UserAddress.of(stranger), server)));
    }

    /** China Mobile's dialect knows neither message. */
    private static boolean listens(AccessController controller) {
        return Portal.bas(controller).dialect().authenticated()
                && (controller.vendor() == Vendor.H3C || controller.vendor() == Vendor.HUAWEI);
    }
}
