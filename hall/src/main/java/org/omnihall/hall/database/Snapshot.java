package org.omnihall.hall.database;

import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A small table kept in memory beside the number of its version. A change on this node is seen here when its transaction ends, on other
 * nodes at their next {@link #refresh()}, which the owner calls every second; while the database is away the last value stays.
 */
public final class Snapshot<T> {

    private static final Logger LOG = LoggerFactory.getLogger(Snapshot.class);

    private record Kept<T>(long version, T value) {}

    private final LongSupplier version;
    private final Supplier<T> read;
    private volatile Kept<T> kept;

    /** One for all changes of a transaction, whose set of them takes it once: many changes are one refresh. */
    private final TransactionSynchronization atTheEnd = new TransactionSynchronization() {
        @Override
        public void afterCompletion(int status) {
            refresh();
        }
    };

    /** Reads at once. The version is a number in the database that every change raises in its transaction. */
    public Snapshot(LongSupplier version, Supplier<T> read) {
        this.version = version;
        this.read = read;
        this.kept = reread();
    }

    public T value() {
        return kept.value();
    }

    /** To be called within a change's transaction, after the version was raised. */
    public void changed() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            refresh();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(atTheEnd);
    }

    /** Reads again where the version is another one. */
    public void refresh() {
        try {
            if (version.getAsLong() != kept.version()) {
                kept = reread();
            }
        } catch (DataAccessException | CannotCreateTransactionException outage) {
            LOG.debug("The last value stays in force: {}", outage.getMessage());
        }
    }

    /** The version comes first: a change between the two reads makes the next refresh read once more. */
    private Kept<T> reread() {
        long now = version.getAsLong();
        return new Kept<>(now, read.get());
    }
}
