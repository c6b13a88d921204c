package org.omnihall.radius.transport;

import java.io.Serial;

/** A request that nobody answered; carries no stack trace, as a dead server makes many of them. */
public final class NoAnswer extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final Reason reason;

    /** Why there is no answer. */
    public enum Reason {
        /** Every repetition was in vain. */
        TIMED_OUT,
        /** All identifiers of all sockets wait for answers; nothing was sent. */
        NO_IDENTIFIER_FREE,
        /** The client was closed, or the connection broke while the answer was waited for. */
        CLOSED,
        /** There is no connection to the server, and it is not yet time to try again. */
        NOT_CONNECTED
    }

    public NoAnswer(Reason reason) {
        super(reason.name(), null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
