package org.omnihall.hall.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.HallTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What is asked of the log for one customer is answered by an index, however long the log is. */
@HallTest
class ContactPlansTest {

    private final JdbcClient db;
    private final TransactionOperations transaction;

    @Autowired
    ContactPlansTest(JdbcClient db, TransactionOperations transaction) {
        this.db = db;
        this.transaction = transaction;
    }

    @Test
    void findsTheInteractionsOfACustomerByTheirIndex() {
        assertThat(
                        plan(
                                "select id, body from interaction.party_interaction where party_id = '17' order by at desc, id desc limit 20"))
                .noneMatch(line -> line.contains("Seq Scan"))
                .anyMatch(line -> line.contains("coalesce"));
    }

    @Test
    void readsAPreferenceFromTheIndexAlone() {
        assertThat(plan("""
                        select channel_id, journey, direction from interaction.contact
                        where subscriber_id = 17 and at >= '2026-09-01Z' order by at desc, id desc limit 300"""))
                .noneMatch(line -> line.contains("Seq Scan") || line.contains("Index Scan"))
                .anyMatch(line -> line.contains("Index Only Scan"));
    }

    /** The plan for a table that is large: an empty one would be read whole. */
    private List<String> plan(String sql) {
        return Objects.requireNonNull(transaction.execute(status -> {
            db.sql("set local enable_seqscan = off").update();
            db.sql("set local enable_bitmapscan = off").update();
            return db.sql("explain (costs off) " + sql).query(String.class).list();
        }));
    }
}
