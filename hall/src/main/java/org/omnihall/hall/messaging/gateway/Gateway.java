package org.omnihall.hall.messaging.gateway;

/** A way for short messages out of the house; one adapter per protocol. Keeps its connection by itself. */
public interface Gateway extends AutoCloseable {

    String name();

    /** Whether it could take a message now. */
    boolean isBound();

    /** Hands the message over and waits for the answer, at most the gateway's submit time-out. */
    Answer submit(ShortMessage message);

    @Override
    void close();
}
