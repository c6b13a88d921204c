package org.omnihall.hall.access.session;

import java.util.List;
import java.util.UUID;
import org.omnihall.hall.access.session.journal.AppliedPositions;
import org.omnihall.hall.access.session.journal.JournalRecord;
import org.omnihall.hall.access.session.journal.Replayer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Works journals into the books, each position once: a group's last position is written by the transaction that takes the group (rule 12). */
@Component
class JournalDelivery implements Replayer.Delivery {

    private final Bookkeeping books;
    private final AppliedPositions positions;
    private final TransactionTemplate transaction;

    JournalDelivery(Bookkeeping books, AppliedPositions positions, PlatformTransactionManager transactions) {
        this.books = books;
        this.positions = positions;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void begin() {
        transaction.executeWithoutResult(status -> positions.awaitOthers());
    }

    @Override
    public void deliver(UUID node, UUID journal, List<JournalRecord> records) {
        transaction.executeWithoutResult(status -> {
            long applied = positions.lock(node, journal);
            List<AccountingRequest> fresh = records.stream()
                    .filter(one -> one.position() > applied)
                    .map(one -> AccountingCodec.decode(one.payload()))
                    .toList();
            if (!fresh.isEmpty()) {
                books.enterAll(fresh);
                positions.advance(node, journal, records.getLast().position());
            }
        });
    }
}
