package org.omnihall.bench.sim;

/** What was asked for on the command line cannot be done; the message is for the one who typed it. */
public final class WrongOption extends RuntimeException {

    private static final long serialVersionUID = 1L;

    WrongOption(String message) {
        super(message, null, false, false);
    }
}
