package org.omnihall.portal.server;

import java.net.InetAddress;
import java.util.Optional;
import org.omnihall.octets.MacAddress;

/** Decides whether a client that sent its first traffic is logged in without a page. */
@FunctionalInterface
public interface MacBinding {

    /**
     * Called on a virtual thread of its own. After true the device waits (5 s to 3 min) for a login from the server that was asked: call
     * {@link PortalServer#login} of that one.
     */
    boolean bound(Question question);

    /** REQ_MACBINDING_INFO: whose is this MAC? A hint without proof. */
    record Question(Bas bas, InetAddress user, MacAddress mac, Optional<String> nasId) {}
}
