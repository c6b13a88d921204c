package org.omnihall.bench.radius;

import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * Who asks whom.
 *
 * @param from the address that the controller is registered with
 * @param name its NAS-Identifier
 */
public record Target(
        InetAddress from, InetSocketAddress access, InetSocketAddress accounting, String secret, String name) {

    @Override
    public String toString() {
        return name + " at " + from + " asks " + access + " and " + accounting;
    }
}
