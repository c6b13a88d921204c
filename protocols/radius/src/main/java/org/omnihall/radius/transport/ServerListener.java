package org.omnihall.radius.transport;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.omnihall.radius.Packet;

/** Hears what happens beside the answers, on the thread where it happens, several at once where there are several readers; must not block. */
public interface ServerListener {

    /** Counts and says nothing. */
    ServerListener SILENT = new ServerListener() {};

    /** A datagram got no answer. */
    default void dropped(Drop drop, InetSocketAddress source) {}

    /** A readable datagram got no answer, told besides {@link #dropped}. */
    default void refused(Drop drop, Packet request, InetSocketAddress source) {}

    /** A request that may pass; a repetition comes here again. */
    default void received(Received request) {}

    /** The answer to a request, unsigned; a repetition's, which is sent again as it was, does not come here. */
    default void replied(Received request, Packet reply) {}

    /** A client with {@link Client.Policy#LEARN} proved that it can; the owner stores that it is required from now on. */
    default void learned(InetAddress client) {}

    /** A handler threw; its request is dropped and the server goes on. */
    default void failed(InetSocketAddress source, RuntimeException failure) {}
}
