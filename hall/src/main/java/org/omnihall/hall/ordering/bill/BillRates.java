package org.omnihall.hall.ordering.bill;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.omnihall.hall.database.Times;
import org.omnihall.hall.ordering.BillLine;
import org.omnihall.hall.ordering.bill.BillRules.Keyed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of lines: those of bills, and those of the periods that run, which only who holds the account's cycle may write. */
@Component
class BillRates {

    private final JdbcClient db;
    private final OperatorDays days;

    BillRates(JdbcClient db, OperatorDays days) {
        this.db = db;
        this.days = days;
    }

    List<BillLine> running(long account) {
        return db.sql("select * from ordering.bill_rate where account_id = ? and bill_id is null order by place")
                .param(account)
                .query((row, number) -> line(row))
                .list();
    }

    /** The lines of several bills, by bill. */
    Map<Long, List<BillLine>> of(List<Long> bills) {
        return db
                .sql("select * from ordering.bill_rate where bill_id = any(?) order by bill_id, place")
                .param(bills.toArray(Long[]::new))
                .query((row, number) -> Map.entry(row.getLong("bill_id"), line(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** Where a running line stands. */
    private record Placed(int place, BillLine line) {}

    /** Makes these the lines of the running period; a line that was there stays the same row, and one that is the same is not written. */
    void putRunning(BillCycle cycle, List<Keyed> lines) {
        Map<String, Placed> there = new HashMap<>();
        db.sql("select * from ordering.bill_rate where account_id = ? and bill_id is null")
                .param(cycle.account())
                .query(row -> {
                    there.put(row.getString("line_key"), new Placed(row.getInt("place"), line(row)));
                });
        Set<String> kept = lines.stream().map(Keyed::key).collect(Collectors.toSet());
        String[] gone =
                there.keySet().stream().filter(key -> !kept.contains(key)).toArray(String[]::new);
        if (gone.length > 0) {
            db.sql("delete from ordering.bill_rate where account_id = ? and bill_id is null and line_key = any(?)")
                    .params(cycle.account(), gone)
                    .update();
        }
        for (int place = 0; place < lines.size(); place++) {
            Keyed wanted = lines.get(place);
            if (!new Placed(place, wanted.line()).equals(there.get(wanted.key()))) {
                put(cycle, wanted, place);
            }
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
                        on conflict (account_id, line_key) where bill_id is null do update set area_path = excluded.area_path,
                            place = excluded.place, kind = excluded.kind, offering_code = excluded.offering_code,
                            product_id = excluded.product_id, subscriber_id = excluded.subscriber_id, company_id = excluded.company_id,
                            quantity = excluded.quantity, unit = excluded.unit, fen = excluded.fen, from_day = excluded.from_day,
                            to_day = excluded.to_day, from_at = excluded.from_at, to_at = excluded.to_at, remark = excluded.remark,
                            changed_at = excluded.changed_at, version = r.version + 1""")
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
