package org.omnihall.radius.transport;

import java.net.InetSocketAddress;
import java.time.Instant;
import org.omnihall.radius.Packet;

/** A request whose proofs hold. */
public record Received(Packet packet, Client client, InetSocketAddress source, Instant at) {}
