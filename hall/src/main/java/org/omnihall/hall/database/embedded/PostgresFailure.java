package org.omnihall.hall.database.embedded;

import org.omnihall.hall.node.CannotStart;

/** The embedded PostgreSQL cannot do what was asked; the message says why and, where there is one, the way out. */
public final class PostgresFailure extends CannotStart {

    private static final long serialVersionUID = 1;

    PostgresFailure(String message) {
        super(message);
    }

    PostgresFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
