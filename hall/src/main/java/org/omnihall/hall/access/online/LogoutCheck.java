package org.omnihall.hall.access.online;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetAddress;
import java.util.Optional;
import org.omnihall.hall.access.network.AccessController;
import org.omnihall.hall.access.network.AccessControllers;
import org.omnihall.hall.access.session.OpenSession;
import org.omnihall.hall.access.session.Sessions;
import org.omnihall.portal.server.Bas;
import org.omnihall.portal.server.InfoResult;
import org.omnihall.portal.server.Notice;
import org.omnihall.portal.server.PortalServer;
import org.omnihall.portal.server.UserAddress;
import org.springframework.stereotype.Component;

/**
 * Asks a controller about a client that it is said to have logged out. NTF_LOGOUT carries no proof in China Mobile's dialect, so it ends
 * nothing (rule 2): a session ends by accounting, and what the controller answers here is counted, so that forgeries and lost Stops show.
 */
@Component
class LogoutCheck {

    /** What a hint turned out to be. */
    enum Finding {
        /** We hold no session of that client open. */
        NO_SESSION,
        /** The controller has the client online: the hint was false or came early. */
        STILL_ONLINE,
        /** The controller does not know the client; its Stop is on the way or was lost. */
        GONE,
        /** It does not answer such questions. */
        SILENT
    }

    private final AccessControllers controllers;
    private final Sessions sessions;
    private final MeterRegistry meters;

    LogoutCheck(AccessControllers controllers, Sessions sessions, MeterRegistry meters) {
        this.controllers = controllers;
        this.sessions = sessions;
        this.meters = meters;
    }

    void hinted(Notice.LoggedOut notice, PortalServer server) {
        Optional<OpenSession> session = controllers
                .bySource(notice.bas().address().getAddress())
                .stream()
                .findFirst()
                .flatMap(controller -> open(controller, notice));
        Optional<InetAddress> user = notice.user().or(() -> session.flatMap(OpenSession::ip));
        if (session.isEmpty() || user.isEmpty()) {
            count(Finding.NO_SESSION);
        } else {
            ask(notice.bas(), new UserAddress(user.get(), session.get().mac()), server);
        }
    }

    /** The same question about a client whom the controller left out of its list. */
    void ask(Bas bas, UserAddress user, PortalServer server) {
        var _ = server.info(bas, user).thenAccept(told -> count(found(told)));
    }

    private Optional<OpenSession> open(AccessController controller, Notice.LoggedOut notice) {
        return sessions.openFor(controller.id(), notice.mac(), notice.user());
    }

    private static Finding found(InfoResult told) {
        return switch (told) {
            case InfoResult.Known known -> Finding.STILL_ONLINE;
            case InfoResult.Refused refused -> Finding.GONE;
            case InfoResult.NoAnswer silence -> Finding.SILENT;
            case InfoResult.NothingSent kept -> Finding.SILENT;
        };
    }

    private void count(Finding finding) {
        meters.counter("omnihall.portal.logout-checks", "finding", finding.name())
                .increment();
    }
}
