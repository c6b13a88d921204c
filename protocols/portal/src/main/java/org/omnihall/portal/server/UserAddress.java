package org.omnihall.portal.server;

import java.net.InetAddress;
import java.util.Optional;
import org.omnihall.octets.MacAddress;

/** Where a client sits behind an access device: its address, and its MAC if that is known. */
public record UserAddress(InetAddress ip, Optional<MacAddress> mac) {

    public static UserAddress of(InetAddress ip) {
        return new UserAddress(ip, Optional.empty());
    }

    public UserAddress with(MacAddress known) {
        return new UserAddress(ip, Optional.of(known));
    }
}
