package org.omnihall.radius.tls;

import java.net.InetSocketAddress;
import org.omnihall.radius.transport.ServerListener;

/** Hears what becomes of connections, on the thread where it happens; must not block. */
public interface RadSecListener extends ServerListener {

    /** Counts and says nothing. */
    RadSecListener SILENT = new RadSecListener() {};

    /** A peer is connected, and known. */
    default void connected(InetSocketAddress peer, PeerCertificate certificate) {}

    /** A connection ended, or did not come about. */
    default void cut(Cut why, InetSocketAddress peer, String detail) {}
}
