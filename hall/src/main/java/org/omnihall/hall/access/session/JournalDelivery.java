package org.omnihall.hall.access.session;

import java.util.List;
import java.util.UUID;
import org.omnihall.hall.access.session.journal.AppliedPositions;
import org.omnihall.hall.access.session.journal.JournalRecord;
import org.omnihall.hall.access.session.journal.Replayer;
import org.omnihall.octets.Octets;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lays journals into the inbox, each position once: a group's last position is written by the transaction that takes the group (rule 12, ADR 0028).
 */
@Component
class JournalDelivery implements Replayer.Delivery {

    private final AccountingInbox inbox;
    private final AppliedPositions positions;
    private final TransactionTemplate transaction;

    JournalDelivery(AccountingInbox inbox, AppliedPositions positions, PlatformTransactionManager transactions) {
        this.inbox = inbox;
        this.positions = positions;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Whether so little of it waits for the books that what comes directly may be put behind it. */
    boolean isNearlyThere() {
        return inbox.holdsFewReplayed();
    }

    /** Throws where the database does not answer. */
    void reach() {
        transaction.executeWithoutResult(status -> positions.reach());
    }

    @Override
    public boolean deliver(UUID node, UUID journal, List<JournalRecord> records) {
        return inbox.putReplayed(
                records.size(),
                () -> transaction.execute(status -> {
                    long applied = positions.lock(node, journal);
                    List<Octets> fresh = records.stream()
                            .filter(one -> one.position() > applied)
                            .map(JournalRecord::payload)
                            .toList();
                    positions.advance(node, journal, records.getLast().position());
                    return inbox.insert(fresh);
                }));
    }
}
