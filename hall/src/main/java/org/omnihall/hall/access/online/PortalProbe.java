package org.omnihall.hall.access.online;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.CompletableFuture;
import org.omnihall.hall.access.network.AccessController;
import org.omnihall.portal.server.InfoResult;
import org.omnihall.portal.server.UserAddress;
import org.springframework.stereotype.Component;

/** Asks a controller over the Portal protocol about a client that nobody is, to learn whether it answers us at all. */
@Component
public class PortalProbe {

    /** What came back. */
    public enum Answer {
        /** An answer whose authenticator is right: address, port and secret agree. */
        ANSWERED,
        NOTHING,
        NOT_SENT
    }

    private final Portal portal;

    PortalProbe(Portal portal) {
        this.portal = portal;
    }

    public CompletableFuture<Answer> ask(AccessController controller) {
        return portal.pages()
                .info(Portal.bas(controller), UserAddress.of(nobody()))
                .thenApply(result -> switch (result) {
                    case InfoResult.Known known -> Answer.ANSWERED;
                    case InfoResult.Refused refused -> Answer.ANSWERED;
                    case InfoResult.NoAnswer silence -> Answer.NOTHING;
                    case InfoResult.NothingSent kept -> Answer.NOT_SENT;
                });
    }

    /** TEST-NET-1 (RFC 5737), which no client has. */
    private static InetAddress nobody() {
        try {
            return InetAddress.getByAddress(new byte[] {(byte) 192, 0, 2, 1});
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
