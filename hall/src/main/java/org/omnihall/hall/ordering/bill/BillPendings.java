package org.omnihall.hall.ordering.bill;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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

    /**
     * Lets a line wait for a bill of an account.
     *
     * @param day the bill whose period holds it, or a later one, takes it up
     * @param madeBy the bill that left it to this one
     */
    void insert(long account, BillLine line, LocalDate day, Optional<Long> madeBy) {
        db.sql("""
                        insert into ordering.bill_pending (account_id, kind, offering_code, product_id, subscriber_id, fen, from_day, to_day,
                            remark, at_day, made_by)
                        values (:account, :kind, :offering, :product, :subscriber, :fen, :from, :to, :remark, :day, :by)""")
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
                .param("by", madeBy.orElse(null))
                .update();
    }

    /** The accounts to which a bill left something, and its own where it took something up; in one order, so that all lock them in it. */
    Set<Long> touchedBy(long bill) {
        return new TreeSet<>(
                db.sql("select account_id from ordering.bill_pending where made_by = :bill or bill_id = :bill")
                        .param("bill", bill)
                        .query((row, number) -> row.getLong(1))
                        .list());
    }

    /**
     * Takes back what a bill did that is replaced: what it left to other bills goes where none has taken it up, and the corrections and
     * credits that it had taken up itself wait again, unless what remained of them is on another bill already.
     *
     * @return the accounts whose running periods change by it
     */
    Set<Long> takeBack(long bill) {
        Set<Long> changed = new TreeSet<>(
                db.sql("""
                        delete from ordering.bill_pending where made_by = ? and bill_id is null returning account_id""").param(bill).query((row, number) -> row.getLong(1)).list());
        changed.addAll(db.sql("""
                        update ordering.bill_pending set bill_id = null
                        where bill_id = :bill and kind in ('CORRECTION', 'CARRIED_ON') and not exists (
                            select from ordering.bill_pending made where made.made_by = :bill and made.kind = 'CARRIED_ON')
                        returning account_id""")
                .param("bill", bill)
                .query((row, number) -> row.getLong(1))
                .list());
        return changed;
    }

    /** What a bill did is what another one did, which stands in its place with the same sum. */
    void handOn(long bill, long to) {
        db.sql("update ordering.bill_pending set made_by = ? where made_by = ?")
                .params(to, bill)
                .update();
        db.sql("update ordering.bill_pending set bill_id = ? where bill_id = ?")
                .params(to, bill)
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
