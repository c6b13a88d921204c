package org.omnihall.hall.access.session;

import java.util.concurrent.atomic.AtomicBoolean;

/** An accounting request on its way to the database, to the journal, or to both; its fate is told once, by whoever comes first. */
final class PendingAccounting {

    private final AccountingRequest request;
    private final AccountingQueue.Fate fate;
    private final long since = System.nanoTime();
    private final AtomicBoolean told = new AtomicBoolean();
    private volatile boolean diverted;

    PendingAccounting(AccountingRequest request, AccountingQueue.Fate fate) {
        this.request = request;
        this.fate = fate;
    }

    AccountingRequest request() {
        return request;
    }

    /** How long it has been here, in nanoseconds. */
    long age() {
        return System.nanoTime() - since;
    }

    boolean isTold() {
        return told.get();
    }

    /** From now on it belongs to the journal; who has begun to write it into the database may end that. */
    void divert() {
        diverted = true;
    }

    boolean isDiverted() {
        return diverted;
    }

    void durable() {
        if (told.compareAndSet(false, true)) {
            fate.durable();
        }
    }

    void lost(AccountingQueue.Loss loss) {
        if (told.compareAndSet(false, true)) {
            fate.lost(loss);
        }
    }
}
