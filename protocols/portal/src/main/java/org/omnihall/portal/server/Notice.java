package org.omnihall.portal.server;

import java.net.InetAddress;
import java.util.Optional;
import org.omnihall.octets.MacAddress;
import org.omnihall.portal.Packet;

/** What a device tells unasked; the packet holds the attributes not named here. */
public sealed interface Notice {

    Bas bas();

    Packet packet();

    /** The client, if the packet names one. */
    default Optional<InetAddress> user() {
        return packet().user();
    }

    default Optional<MacAddress> mac() {
        return packet().mac();
    }

    /** NTF_LOGOUT: the device says it logged a client out; already acknowledged. */
    record LoggedOut(Bas bas, Packet packet, Optional<String> text) implements Notice {}

    /** NTF_USERIPCHANGE: the client now has another address than before; already acknowledged. */
    record AddressChanged(Bas bas, Packet packet, Optional<InetAddress> before) implements Notice {}

    /** NTF_USER_NOTIFY: a text for the client from the accounting server; already acknowledged. */
    record UserText(Bas bas, Packet packet, String text) implements Notice {}

    /** NTF_USER_LOGON: a client went online, by page or by MAC. */
    record MacLogon(Bas bas, Packet packet, Optional<String> userName, boolean byMac) implements Notice {}

    /** NTF_USER_LOGOUT: a client went offline. */
    record MacLogoff(Bas bas, Packet packet, Optional<String> userName) implements Notice {}
}
