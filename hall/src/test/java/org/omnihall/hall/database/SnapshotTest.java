package org.omnihall.hall.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** When a small table that is kept in memory is read again. */
class SnapshotTest {

    private final AtomicLong version = new AtomicLong();
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicInteger looks = new AtomicInteger();

    @AfterEach
    void end() {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.clearSynchronization();
        }
    }

    @Test
    void looksOnceAtTheEndOfATransactionHoweverManyItsChanges() {
        Snapshot<Integer> kept = snapshot();
        looks.set(0);
        TransactionSynchronizationManager.initSynchronization();
        for (int change = 0; change < 1_000; change++) {
            version.incrementAndGet();
            kept.changed();
        }
        assertThat(kept.value()).isEqualTo(1);
        List<TransactionSynchronization> atTheEnd = TransactionSynchronizationManager.getSynchronizations();
        atTheEnd.forEach(one -> one.afterCompletion(TransactionSynchronization.STATUS_COMMITTED));
        assertThat(kept.value()).isEqualTo(2);
        assertThat(looks).as("one to see the change, one to read it").hasValue(2);
    }

    @Test
    void looksAtOnceOutsideOfATransaction() {
        Snapshot<Integer> kept = snapshot();
        kept.changed();
        assertThat(kept.value()).as("the same version").isEqualTo(1);
        version.incrementAndGet();
        kept.changed();
        assertThat(kept.value()).isEqualTo(2);
    }

    private Snapshot<Integer> snapshot() {
        return new Snapshot<>(
                () -> {
                    looks.incrementAndGet();
                    return version.get();
                },
                reads::incrementAndGet);
    }
}
