package org.omnihall.hall.ordering.bill;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.omnihall.hall.database.Times;
import org.omnihall.hall.ordering.Bill;
import org.omnihall.hall.ordering.BillLine;
import org.omnihall.hall.ordering.Bills.MonthlySum;
import org.omnihall.hall.ordering.bill.BillRules.Keyed;
import org.omnihall.hall.party.After;
import org.omnihall.hall.party.PartyRef;
import org.omnihall.hall.shell.Paging;
import org.omnihall.hall.shell.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of bills and of their lines. */
@Component
class BillTable {

    private static final String SELECT = "select b.* from ordering.bill b";
    private static final String NEWEST = " order by b.month desc, b.id desc limit ?";

    private final JdbcClient db;
    private final OperatorDays days;

    BillTable(JdbcClient db, OperatorDays days) {
        this.db = db;
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

    /** The one that counts. */
    Optional<Bill> of(long account, YearMonth month) {
        return whole(db.sql(SELECT + " where b.account_id = ? and b.month = ? and b.state <> 'REPLACED'")
                        .params(account, month.atDay(1))
                        .query(BillTable::head)
                        .list())
                .stream()
                .findFirst();
    }

    List<Bill> ofAccount(long account, boolean replaced, int most) {
        return whole(
                db.sql(SELECT + " where b.account_id = ?" + (replaced ? "" : " and b.state <> 'REPLACED'") + NEWEST)
                        .params(account, most)
                        .query(BillTable::head)
                        .list());
    }

    List<Bill> ofCompany(long company, int most) {
        return whole(db.sql(SELECT + " where b.company_id = ? and b.state <> 'REPLACED'" + NEWEST)
                .params(company, most)
                .query(BillTable::head)
                .list());
    }

    List<Bill> ofSubscriber(long subscriber, int most) {
        return whole(db.sql(SELECT + " where b.company_id is null and b.state <> 'REPLACED'"
                        + " and b.id in (select bill_id from ordering.bill_rate where subscriber_id = ?)" + NEWEST)
                .params(subscriber, most)
                .query(BillTable::head)
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

    List<BillLine> running(long account) {
        return db.sql("select * from ordering.bill_rate where account_id = ? and bill_id is null order by place")
                .param(account)
                .query((row, number) -> line(row))
                .list();
    }

    List<MonthlySum> monthlySums(long subscriber, YearMonth from, YearMonth to) {
        return db.sql("""
                        select b.month, coalesce(sum(r.fen) filter (where b.company_id is null), 0) as own,
                            coalesce(sum(r.fen) filter (where r.kind = 'FOR_MEMBER'), 0) as companies
                        from ordering.bill_rate r join ordering.bill b on b.id = r.bill_id
                        where r.subscriber_id = :subscriber and b.state <> 'REPLACED' and b.month between :from and :to
                            and r.kind <> 'CARRIED_ON' and (b.company_id is null or r.kind = 'FOR_MEMBER')
                        group by b.month order by b.month""")
                .param("subscriber", subscriber)
                .param("from", from.atDay(1))
                .param("to", to.atDay(1))
                .query((row, number) -> new MonthlySum(
                        YearMonth.from(row.getObject("month", LocalDate.class)),
                        row.getLong("own"),
                        row.getLong("companies")))
                .list();
    }

    /** A bill that is to be written. */
    record Draft(BillCycle cycle, BillingPeriod period, LocalDate due, Bill.Source source, long totalFen) {}

    long insert(Draft draft) {
        PartyRef owner = draft.cycle().owner();
        return db.sql("""
                        insert into ordering.bill (area_path, account_id, company_id, individual_id, month, from_day, to_day, due_day,
                            from_at, to_at, due_at, total_fen, source, state, made_at, changed_at)
                        values (:area, :account, :company, :individual, :month, :from, :to, :due, :fromAt, :toAt, :dueAt, :total, :source,
                            :state, :now, :now) returning id""")
                .param("area", draft.cycle().areaPath())
                .param("account", draft.cycle().account())
                .param("company", draft.cycle().isCompanys() ? owner.id() : null)
                .param("individual", draft.cycle().isCompanys() ? null : owner.id())
                .param("month", draft.period().month().atDay(1))
                .param("from", draft.period().from())
                .param("to", draft.period().to())
                .param("due", draft.due())
                .param("fromAt", Times.at(days.begin(draft.period().from())))
                .param("toAt", Times.at(days.begin(draft.period().to())))
                .param("dueAt", Times.at(days.begin(draft.due().plusDays(1)).minusSeconds(1)))
                .param("total", draft.totalFen())
                .param("source", draft.source().name())
                .param("state", (draft.totalFen() > 0 ? Bill.State.ISSUED : Bill.State.SETTLED).name())
                .param("now", Times.at(days.now()))
                .query(Long.class)
                .single();
    }

    /** Makes these the lines of the running period; a line that was there stays the same row. */
    void putRunning(BillCycle cycle, List<Keyed> lines) {
        String[] keys = lines.stream().map(Keyed::key).toArray(String[]::new);
        db.sql(
                        "delete from ordering.bill_rate where account_id = :account and bill_id is null and line_key <> all(:keys)")
                .param("account", cycle.account())
                .param("keys", keys)
                .update();
        for (int place = 0; place < lines.size(); place++) {
            put(cycle, lines.get(place), place);
        }
    }

    /** What ran is billed. */
    void bill(long account, long bill) {
        db.sql("""
                        update ordering.bill_rate set bill_id = ?, changed_at = ?, version = version + 1
                        where account_id = ? and bill_id is null""").params(bill, Times.at(days.now()), account).update();
    }

    private void put(BillCycle cycle, Keyed keyed, int place) {
        BillLine line = keyed.line();
        db.sql("""
                        insert into ordering.bill_rate as r (area_path, account_id, line_key, place, kind, offering_code, product_id,
                            subscriber_id, company_id, quantity, unit, fen, from_day, to_day, from_at, to_at, remark, changed_at)
                        values (:area, :account, :key, :place, :kind, :offering, :product, :subscriber, :company, :quantity, :unit, :fen,
                            :from, :to, :fromAt, :toAt, :remark, :now)
                        on conflict (account_id, line_key) where bill_id is null do update set place = :place, quantity = :quantity,
                            fen = :fen, to_day = :to, to_at = :toAt, area_path = :area, changed_at = :now, version = r.version + 1
                        where (r.place, r.quantity, r.fen, r.to_day) <> (:place, :quantity, :fen, :to)""")
                .param("area", cycle.areaPath())
                .param("account", cycle.account())
                .param("key", keyed.key())
                .param("place", place)
                .param("kind", line.kind().name())
                .param("offering", line.offering())
                .param("product", line.product().orElse(null))
                .param("subscriber", line.subscriber().orElse(null))
                .param("company", line.company().orElse(null))
                .param("quantity", line.quantity())
                .param("unit", line.unit())
                .param("fen", line.fen())
                .param("from", line.from())
                .param("to", line.to())
                .param("fromAt", Times.at(days.begin(line.from())))
                .param("toAt", Times.at(days.begin(line.to())))
                .param("remark", line.remark())
                .param("now", Times.at(days.now()))
                .update();
    }

    void putState(long id, Bill.State state, String receipt) {
        db.sql("""
                        update ordering.bill set state = ?, receipt = ?, changed_at = ?, version = version + 1 where id = ?""").params(state.name(), receipt, Times.at(days.now()), id).update();
    }

    /** Bills with their lines, by one more statement. */
    private List<Bill> whole(List<Bill> heads) {
        Long[] ids = heads.stream().map(Bill::id).toArray(Long[]::new);
        Map<Long, List<Map.Entry<Long, BillLine>>> lines = db
                .sql("select * from ordering.bill_rate where bill_id = any(?) order by bill_id, place")
                .param(ids)
                .query((row, number) -> Map.entry(row.getLong("bill_id"), line(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Map.Entry::getKey));
        return heads.stream()
                .map(head -> with(
                        head,
                        lines.getOrDefault(head.id(), List.of()).stream()
                                .map(Map.Entry::getValue)
                                .toList()))
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
                List.of());
    }

    private static BillLine line(ResultSet row) throws SQLException {
        return new BillLine(
                BillLine.Kind.valueOf(row.getString("kind")),
                row.getString("offering_code"),
                Optional.ofNullable(row.getObject("product_id", Long.class)),
                Optional.ofNullable(row.getObject("subscriber_id", Long.class)),
                Optional.ofNullable(row.getObject("company_id", Long.class)),
                row.getLong("quantity"),
                row.getString("unit"),
                row.getLong("fen"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class),
                row.getString("remark"));
    }
}
