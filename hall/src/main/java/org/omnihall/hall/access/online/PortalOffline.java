package org.omnihall.hall.access.online;

import java.util.concurrent.CompletableFuture;
import org.omnihall.hall.access.attempt.Attempts;
import org.omnihall.hall.access.dynamic.PortalLogout;
import org.omnihall.hall.access.network.AccessControllers;
import org.omnihall.hall.access.session.OpenSession;
import org.omnihall.portal.server.LogoutResult;
import org.omnihall.portal.server.UserAddress;
import org.springframework.stereotype.Component;

/** Ends sessions by REQ_LOGOUT for whoever wants a session ended. */
@Component
class PortalOffline implements PortalLogout {

    private final AccessControllers controllers;
    private final Attempts attempts;
    private final Portal portal;

    PortalOffline(AccessControllers controllers, Attempts attempts, Portal portal) {
        this.controllers = controllers;
        this.attempts = attempts;
        this.portal = portal;
    }

    @Override
    public CompletableFuture<Answer> logout(OpenSession session) {
        return controllers
                .byId(session.controllerId())
                .flatMap(controller -> session.ip()
                        .map(ip -> portal.pages()
                                .logout(Portal.bas(controller), new UserAddress(ip, session.mac()), request(session))
                                .thenApply(PortalOffline::answer)))
                .orElseGet(() -> CompletableFuture.completedFuture(Answer.NO_ANSWER));
    }

    private int request(OpenSession session) {
        return session.journey().flatMap(attempts::portalRequest).orElse(0);
    }

    private static Answer answer(LogoutResult result) {
        return switch (result) {
            case LogoutResult.Offline offline -> Answer.DONE;
            case LogoutResult.Refused refused -> Answer.REFUSED;
            case LogoutResult.NoAnswer silence -> Answer.NO_ANSWER;
            case LogoutResult.NothingSent nothing -> Answer.NO_ANSWER;
        };
    }
}
