package org.omnihall.portal.server;

import java.net.InetAddress;
import java.util.Optional;
import org.omnihall.octets.Octets;
import org.omnihall.portal.Packet;
import org.omnihall.portal.Type;

/** Somebody who waits for answers under one serial; all calls come on the loop. */
interface Waiting {

    Optional<InetAddress> user();

    /** The authenticator of the request that such an answer belongs to; none if no such answer is expected. */
    Optional<Octets> askedWith(Type answer);

    void hear(Packet answer);

    /** The server closes. */
    void abandon();
}
