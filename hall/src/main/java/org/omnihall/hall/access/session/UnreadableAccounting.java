package org.omnihall.hall.access.session;

import java.io.Serial;

/** Octets of the journal that are no accounting, or that of another version; carries no stack trace. */
final class UnreadableAccounting extends IllegalArgumentException {

    @Serial
    private static final long serialVersionUID = 1;

    UnreadableAccounting(String why) {
        super(why);
    }

    /** Nobody made a mistake here. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
