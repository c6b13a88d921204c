package org.omnihall.radius.transport;

import org.omnihall.radius.Packet;

/** The one answer to one request; may be given later and from any thread, so that it can wait for a commit without holding one. */
public interface ReplyHandle {

    /**
     * Signs and sends; built with {@link Packet#reply}. Only the first of {@code send} and {@code abandon} counts. On the thread that handed the request
     * over it leaves together with the answers to what came with it, up to 31 of them.
     */
    void send(Packet reply);

    /** No answer to this attempt; the client's next repetition comes to the handler again. */
    void abandon();
}
