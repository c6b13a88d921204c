package org.omnihall.portal.server;

import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * What a server needs.
 *
 * @param listen where devices send what they tell unasked, and where requests come from; 50100 is what devices expect. A MAC binding server
 *     listens on another address than the Portal server, or devices cannot tell its logins from those of pages
 * @param mostWaiting how many exchanges may wait at once; further ones are not begun
 * @param macBinding decides about MACs; without it questions about MACs are dropped
 */
public record Setup(
        InetSocketAddress listen,
        Timing timing,
        int mostWaiting,
        BasRegistry registry,
        PortalListener listener,
        Optional<MacBinding> macBinding) {

    public static final int DEFAULT_PORT = 50100;
    private static final int MOST_WAITING = 100_000;

    /** A Portal server without the MAC binding role, in default timing. */
    public Setup(InetSocketAddress listen, BasRegistry registry, PortalListener listener) {
        this(listen, Timing.DEFAULT, MOST_WAITING, registry, listener, Optional.empty());
    }

    public Setup with(Timing changed) {
        return new Setup(listen, changed, mostWaiting, registry, listener, macBinding);
    }

    public Setup with(MacBinding role) {
        return new Setup(listen, timing, mostWaiting, registry, listener, Optional.of(role));
    }
}
