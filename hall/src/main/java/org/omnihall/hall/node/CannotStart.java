package org.omnihall.hall.node;

/** A reason not to start that the administrator can remove; the message is all he needs. */
public abstract class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1;

    protected CannotStart(String message) {
        super(message);
    }

    protected CannotStart(String message, Throwable cause) {
        super(message, cause);
    }
}
