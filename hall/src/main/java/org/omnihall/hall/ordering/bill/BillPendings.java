package org.omnihall.hall.ordering.bill;

import java.time.LocalDate;
import java.util.List;
import org.omnihall.hall.ordering.BillLine;
import org.omnihall.hall.ordering.bill.BillFacts.Taken;
import org.omnihall.hall.ordering.bill.BillFacts.Used;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of what waits for an account's next bill. */
@Component
class BillPendings {

    private final JdbcClient db;

    BillPendings(JdbcClient db) {
        this.db = db;
    }

    /** @param day the bill whose period holds it, or a later one, takes it up */
    void insert(long account, BillLine line, LocalDate day) {
        db.sql("""
                        insert into ordering.bill_pending (account_id, kind, offering_code, product_id, subscriber_id, fen, from_day, to_day,
                            remark, at_day)
                        values (:account, :kind, :offering, :product, :subscriber, :fen, :from, :to, :remark, :day)""")
                .param("account", account)
                .param("kind", line.kind().name())
                .param("offering", line.offering())
                .param("product", line.product().orElse(null))
                .param("subscriber", line.subscriber().orElse(null))
                .param("fen", line.fen())
                .param("from", line.from())
                .param("to", line.to())
                .param("remark", line.remark())
                .param("day", day)
                .update();
    }

    /** They are on a bill now. */
    void taken(List<Taken> pending, List<Used> uses, long bill) {
        db.sql("update ordering.bill_pending set bill_id = ? where id = any(?)")
                .params(bill, pending.stream().map(Taken::id).toArray(Long[]::new))
                .update();
        db.sql("update ordering.usage set bill_id = ? where id = any(?)")
                .params(bill, uses.stream().map(Used::id).toArray(Long[]::new))
                .update();
    }
}
