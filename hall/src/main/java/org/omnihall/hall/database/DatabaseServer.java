package org.omnihall.hall.database;

import java.util.Optional;
import org.omnihall.hall.database.embedded.EmbeddedPostgres;

/** The PostgreSQL in use: where it listens and as whom to connect; the embedded one ends with the process. */
record DatabaseServer(String url, String user, String password, Optional<EmbeddedPostgres> embedded)
        implements AutoCloseable {

    static DatabaseServer external(String url, String user, String password) {
        return new DatabaseServer(url, user, password, Optional.empty());
    }

    static DatabaseServer embedded(EmbeddedPostgres postgres) {
        return new DatabaseServer(postgres.url(), EmbeddedPostgres.USER, postgres.password(), Optional.of(postgres));
    }

    @Override
    public void close() {
        embedded.ifPresent(EmbeddedPostgres::close);
    }

    @Override
    public String toString() {
        return "DatabaseServer[" + url + " as " + user + "]";
    }
}
