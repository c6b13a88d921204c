package org.omnihall.portal.server;

import java.net.InetAddress;
import java.util.Optional;

/** Who may speak to the server. Asked on the socket's reader for every datagram, so it answers from memory. */
@FunctionalInterface
public interface BasRegistry {

    Optional<Bas> at(InetAddress source);
}
