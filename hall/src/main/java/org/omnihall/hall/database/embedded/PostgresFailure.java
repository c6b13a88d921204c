package org.omnihall.hall.database.embedded;

/** The embedded PostgreSQL cannot do what was asked; the message says why and, where there is one, the way out. */
public final class PostgresFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    PostgresFailure(String message) {
        super(message);
    }

    PostgresFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
