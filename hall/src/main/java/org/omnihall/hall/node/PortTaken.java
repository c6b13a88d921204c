package org.omnihall.hall.node;

import java.net.InetAddress;

/** A port that this node needs is used by another program. */
public final class PortTaken extends CannotStart {

    private static final long serialVersionUID = 1;

    PortTaken(String kind, String name, InetAddress address, int port, String why) {
        super(kind + " port " + port + " on " + address.getHostAddress() + " (omnihall.node.ports." + name
                + ") cannot be used: " + why + ". Stop the program that uses it, set omnihall.node.ports." + name
                + ", or shift all ports by --port-offset N");
    }
}
