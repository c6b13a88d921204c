package org.omnihall.radius.transport;

/** Takes the requests of a server, on its reader thread: what takes long is passed on. */
@FunctionalInterface
public interface Handler {
    void receive(Received request, ReplyHandle reply);
}
