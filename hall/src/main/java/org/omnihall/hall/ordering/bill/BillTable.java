package org.omnihall.hall.ordering.bill;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.omnihall.hall.database.Times;
import org.omnihall.hall.ordering.Bill;
import org.omnihall.hall.ordering.BillLine;
import org.omnihall.hall.party.After;
import org.omnihall.hall.party.PartyRef;
import org.omnihall.hall.shell.Paging;
import org.omnihall.hall.shell.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of bills. */
@Component
class BillTable {

    private static final String SELECT = "select b.* from ordering.bill b";
    private static final String NEWEST = " order by b.month desc, b.id desc limit ?";

    private final JdbcClient db;
    private final BillRates rates;
    private final OperatorDays days;

    BillTable(JdbcClient db, BillRates rates, OperatorDays days) {
        this.db = db;
        this.rates = rates;
        this.days = days;
    }

    Optional<Bill> find(long id) {
        return whole(db.sql(SELECT + " where b.id = ?")
                        .param(id)
                        .query(BillTable::head)
                        .list())
                .stream()
                .findFirst();
    }

    Optional<Bill> locked(long id) {
        return db.sql("select id from ordering.bill where id = ? for update")
                .param(id)
                .query(Long.class)
                .optional()
                .flatMap(this::find);
    }

    /** Those of a month that count, the newest first: one, unless the cycle day was moved in it. */
    List<Bill> standing(long account, YearMonth month) {
        return whole(db.sql(
                        SELECT
                                + " where b.account_id = ? and b.month = ? and b.state <> 'REPLACED' order by b.from_day desc for update of b")
                .params(account, month.atDay(1))
                .query(BillTable::head)
                .list());
    }

    List<Bill> ofAccount(long account, int most) {
        return whole(db.sql(SELECT + " where b.account_id = ? and b.state <> 'REPLACED'" + NEWEST)
                .params(account, most)
                .query(BillTable::head)
                .list());
    }

    /** Those of an account without lines, the replaced ones among them. */
    List<Bill> headsOfAccount(long account, int most) {
        return db.sql(SELECT + " where b.account_id = ?" + NEWEST)
                .params(account, most)
                .query(BillTable::head)
                .list();
    }

    /** Without lines. */
    List<Bill> ofCompany(long company, int most) {
        return db.sql(SELECT + " where b.company_id = ? and b.state <> 'REPLACED'" + NEWEST)
                .params(company, most)
                .query(BillTable::head)
                .list();
    }

    /** Which subscribers on a bill are on a bill of a later period too, bills of companies aside. */
    Set<Long> billedLater(Bill bill) {
        return new HashSet<>(db.sql("""
                        select distinct r.subscriber_id from ordering.bill_rate r join ordering.bill b on b.id = r.bill_id
                        where r.subscriber_id in (select subscriber_id from ordering.bill_rate where bill_id = ?)
                            and b.company_id is null and b.state <> 'REPLACED' and b.from_day > ?""")
                .params(bill.id(), bill.from())
                .query((row, number) -> row.getLong(1))
                .list());
    }

    /** Without lines, the newest first. */
    Slice<Bill> list(BillFilter filter, Paging paging) {
        var asked = filter.conditions();
        After.row(paging, asked, "b.id < :after");
        List<Bill> rows = db.sql(SELECT + asked.where() + " order by b.id desc limit :limit")
                .params(asked.with("limit", paging.limit()).values())
                .query(BillTable::head)
                .list();
        return paging.slice(rows, bill -> After.of(bill.id()));
    }

    /**
     * A bill that is to be written over the lines that run.
     *
     * @param receipt by what it is paid already; nothing where it is to be paid
     */
    record Draft(BillCycle cycle, BillingPeriod period, Bill.Source source, long totalFen, Optional<String> receipt) {

        Bill.State state() {
            return totalFen > 0 && receipt.isEmpty() ? Bill.State.ISSUED : Bill.State.SETTLED;
        }
    }

    /** @param due the last day on which it is paid in time */
    long insert(Draft draft, LocalDate due) {
        PartyRef owner = draft.cycle().owner();
        return db.sql("""
                        insert into ordering.bill (area_path, account_id, company_id, individual_id, month, from_day, to_day, due_day,
                            from_at, to_at, due_at, total_fen, source, state, receipt, made_at, changed_at)
                        values (:area, :account, :company, :individual, :month, :from, :to, :due, :fromAt, :toAt, :dueAt, :total, :source,
                            :state, :receipt, :now, :now) returning id""")
                .param("area", draft.cycle().areaPath())
                .param("account", draft.cycle().account())
                .param("company", draft.cycle().isCompanys() ? owner.id() : null)
                .param("individual", draft.cycle().isCompanys() ? null : owner.id())
                .param("month", draft.period().month().atDay(1))
                .param("from", draft.period().from())
                .param("to", draft.period().to())
                .param("due", due)
                .param("fromAt", Times.at(days.begin(draft.period().from())))
                .param("toAt", Times.at(days.begin(draft.period().to())))
                .param("dueAt", Times.at(days.begin(due.plusDays(1)).minusSeconds(1)))
                .param("total", draft.totalFen())
                .param("source", draft.source().name())
                .param("state", draft.state().name())
                .param("receipt", draft.receipt().orElse(""))
                .param("now", Times.at(days.now()))
                .query(Long.class)
                .single();
    }

    void settle(long id, String receipt) {
        db.sql("""
                        update ordering.bill set state = 'SETTLED', receipt = ?, changed_at = ?, version = version + 1 where id = ?""").params(receipt, Times.at(days.now()), id).update();
    }

    /** By what it was paid stays on record. */
    void replace(long id) {
        db.sql("""
                        update ordering.bill set state = 'REPLACED', changed_at = ?, version = version + 1 where id = ?""").params(Times.at(days.now()), id).update();
    }

    /** Bills with their lines, by one more statement. */
    private List<Bill> whole(List<Bill> heads) {
        Map<Long, List<BillLine>> lines = rates.of(heads.stream().map(Bill::id).toList());
        return heads.stream()
                .map(head -> with(head, lines.getOrDefault(head.id(), List.of())))
                .toList();
    }

    private static Bill with(Bill head, List<BillLine> lines) {
        return new Bill(
                head.id(),
                head.areaPath(),
                head.account(),
                head.month(),
                head.from(),
                head.to(),
                head.due(),
                head.totalFen(),
                head.source(),
                head.state(),
                head.receipt(),
                lines);
    }

    private static Bill head(ResultSet row, int number) throws SQLException {
        return new Bill(
                row.getLong("id"),
                row.getString("area_path"),
                row.getLong("account_id"),
                YearMonth.from(row.getObject("month", LocalDate.class)),
                row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class),
                row.getObject("due_day", LocalDate.class),
                row.getLong("total_fen"),
                Bill.Source.valueOf(row.getString("source")),
                Bill.State.valueOf(row.getString("state")),
                row.getString("receipt"),
                List.of());
    }
}
