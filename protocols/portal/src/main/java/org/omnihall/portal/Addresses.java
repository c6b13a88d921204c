package org.omnihall.portal;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.omnihall.octets.Octets;

/** Turns 4 or 16 octets into an address. */
final class Addresses {

    private Addresses() {}

    static InetAddress of(Octets octets) {
        try {
            return InetAddress.getByAddress(octets.toBytes());
        } catch (UnknownHostException wrongLength) {
            throw new IllegalArgumentException("address of " + octets.length() + " octets", wrongLength);
        }
    }
}
