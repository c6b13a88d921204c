package org.omnihall.portal.bas;

import java.net.InetAddress;
import org.omnihall.octets.MacAddress;

/** A client behind the device. */
public record BasClient(InetAddress ip, MacAddress mac) {}
