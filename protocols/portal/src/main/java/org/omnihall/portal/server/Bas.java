package org.omnihall.portal.server;

import java.net.InetSocketAddress;
import org.omnihall.portal.Dialect;
import org.omnihall.portal.Secret;

/**
 * An access device as the server knows it.
 *
 * @param address where requests go; answers may come from each address for which the {@link BasRegistry} gives this device
 */
public record Bas(InetSocketAddress address, Dialect dialect, Secret secret, Habits habits) {

    public static final int DEFAULT_PORT = 2000;

    public Bas {
        if (address.isUnresolved()) {
            throw new IllegalArgumentException("not an address: " + address);
        }
    }

    public Bas(InetSocketAddress address, Dialect dialect, Secret secret) {
        this(address, dialect, secret, Habits.DEFAULT);
    }
}
