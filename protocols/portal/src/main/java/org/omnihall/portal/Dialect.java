package org.omnihall.portal;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import org.omnihall.octets.Octets;

/**
 * How one vendor's device speaks: its version octet, and whether an authenticator follows the header.
 *
 * <p>This is a setting of each device and is never guessed from the version: what the China Mobile text calls Portal 2.0 travels as version
 * 1, and version 2 means an authenticator at Huawei but an IPv6 user at a China Mobile device.
 */
public enum Dialect {
    /** China Mobile QB-D-026-2008 and Huawei "V1": version 1, 16 octets of header. */
    CMCC(1, false),
    /** A China Mobile device that also has IPv6 users: version 2 and attribute 0xF1 for those, as {@link #CMCC} for the others. */
    CMCC_IPV6(2, false),
    /** Huawei, H3C, Ruijie, China Telecom "Portal 2.0": version 2, 32 octets of header with an authenticator. */
    HUAWEI2(2, true),
    /** H3C portal 3.0. Experimental: no public source confirms its header, nor how it carries an IPv6 user; attribute 0xF1 is our guess. */
    H3C3(3, true);

    static final Octets UNSIGNED = Octets.of(new byte[16]);

    private final int version;
    private final boolean authenticated;

    Dialect(int version, boolean authenticated) {
        this.version = version;
        this.authenticated = authenticated;
    }

    public boolean authenticated() {
        return authenticated;
    }

    /** 16 or 32 octets. */
    public int headerLength() {
        return Header.LENGTH + (authenticated ? UNSIGNED.length() : 0);
    }

    /** Whether packets of this dialect can name such a client. */
    public boolean carries(InetAddress user) {
        return user instanceof Inet4Address || this == CMCC_IPV6 || this == H3C3;
    }

    /** The type that answers NTF_LOGOUT: ACK_LOGOUT at China Mobile, ACK_NTF_LOGOUT elsewhere. */
    public Type answerToNtfLogout() {
        return authenticated ? Type.ACK_NTF_LOGOUT : Type.ACK_LOGOUT;
    }

    boolean speaks(int versionOctet) {
        return versionOctet == version || (this == CMCC_IPV6 && versionOctet == CMCC.version);
    }

    /** A packet about no client, as a heartbeat is; unsigned, all numbers 0. */
    public Packet packet(Type type) {
        return new Packet(
                new Header(version, type, 0, 0, 0, 0, 0, 0, 0), authenticated ? UNSIGNED : Octets.EMPTY, List.of());
    }

    /** A packet about a client; unsigned, all numbers 0. Callers ask {@link #carries} first. */
    public Packet packet(Type type, InetAddress user) {
        if (!carries(user)) {
            throw new IllegalArgumentException(this + " cannot name " + user.getHostAddress());
        }
        Octets address = Octets.of(user.getAddress());
        if (user instanceof Inet6Address) {
            return packet(type).with(AttributeType.USER_IPV6, address);
        }
        Dialect spoken = this == CMCC_IPV6 ? CMCC : this;
        Header header = new Header(spoken.version, type, 0, 0, 0, 0, address.toInt(), 0, 0);
        return new Packet(header, authenticated ? UNSIGNED : Octets.EMPTY, List.of());
    }
}
