package org.omnihall.radius.transport;

/** Takes the requests of a server, on the thread that read them, of which there may be several at once: what takes long is passed on. */
@FunctionalInterface
public interface Handler {
    void receive(Received request, ReplyHandle reply);
}
