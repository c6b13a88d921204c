package org.omnihall.portal.server;

import java.net.InetAddress;
import org.omnihall.portal.Type;

/** Whom the server tells what happened. */
public interface PortalListener {

    /**
     * Called on a virtual thread of its own, so it may wait. Devices repeat themselves: the same notice can come more than once. At most
     * devices it carries no proof; it is a reason to look, never a fact.
     */
    void noticed(Notice notice);

    /** A datagram was thrown away; called on the reader. */
    void dropped(Drop why, InetAddress source);

    /** A datagram was understood, for counters; called on the reader. */
    default void received(Type type, Bas from) {}

    /** A datagram was sent, for counters. */
    default void sent(Type type, Bas to) {}
}
