package org.omnihall.hall.access.roaming;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.omnihall.hall.shell.Addresses;
import org.omnihall.octets.Octets;

/**
 * A server that answers for a realm.
 *
 * @param port of authentication, and with RadSec of everything
 * @param accountingPort the same as the port with RadSec
 * @param certificate with RadSec: a name of its certificate, or the fingerprint; else empty
 * @param secret with UDP; else empty
 */
public record HomeServer(
        Transport transport, InetAddress address, int port, int accountingPort, String certificate, Octets secret) {

    /** By which it is reached. */
    public enum Transport {
        UDP,
        RADSEC
    }

    public InetSocketAddress authentication() {
        return new InetSocketAddress(address, port);
    }

    public InetSocketAddress accounting() {
        return new InetSocketAddress(address, accountingPort);
    }

    /** Without the secret: for screens, metrics and the audit trail. */
    @Override
    public String toString() {
        String text = Addresses.text(address);
        String host = address.getAddress().length == 4 ? text : "[" + text + "]";
        return switch (transport) {
            case UDP -> "udp:" + host + ":" + port + "/" + accountingPort;
            case RADSEC -> "radsec:" + host + ":" + port;
        };
    }
}
