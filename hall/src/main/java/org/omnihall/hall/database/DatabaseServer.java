package org.omnihall.hall.database;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.omnihall.hall.database.embedded.EmbeddedPostgres;
import org.omnihall.hall.node.CannotStart;

/** The PostgreSQL in use. The embedded one starts beside the rest of the hall and ends with the process. */
final class DatabaseServer implements AutoCloseable {

    /** Where it listens and as whom to connect. */
    record Address(String url, String user, String password) {

        @Override
        public String toString() {
            return "Address[" + url + " as " + user + "]";
        }
    }

    private final CompletableFuture<Address> address;
    private final Optional<CompletableFuture<EmbeddedPostgres>> embedded;

    private DatabaseServer(CompletableFuture<Address> address, Optional<CompletableFuture<EmbeddedPostgres>> embedded) {
        this.address = address;
        this.embedded = embedded;
    }

    static DatabaseServer external(String url, String user, String password) {
        return new DatabaseServer(
                CompletableFuture.completedFuture(new Address(url, user, password)), Optional.empty());
    }

    /** Begins to start a server and does not wait for it. */
    static DatabaseServer embedded(Supplier<EmbeddedPostgres> start) {
        CompletableFuture<EmbeddedPostgres> starting =
                CompletableFuture.supplyAsync(start, Thread.ofPlatform().name("postgres-start")::start);
        return new DatabaseServer(
                starting.thenApply(postgres -> new Address(postgres.url(), EmbeddedPostgres.USER, postgres.password())),
                Optional.of(starting));
    }

    /**
     * Waits until the server takes connections.
     *
     * @throws CannotStart if it does not start
     */
    Address address() {
        try {
            return address.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof CannotStart reason) {
                throw reason;
            }
            throw failed;
        }
    }

    /** Stops the embedded server, also one that was still starting. */
    @Override
    public void close() {
        embedded.filter(starting ->
                        starting.handle((postgres, failure) -> failure == null).join())
                .ifPresent(started -> started.join().close());
    }
}
