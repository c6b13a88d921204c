package org.omnihall.hall.ordering.bill;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.database.Times;
import org.omnihall.hall.ordering.BillLine;
import org.omnihall.hall.ordering.bill.BillFacts.Once;
import org.omnihall.hall.ordering.bill.BillFacts.Spell;
import org.omnihall.hall.ordering.bill.BillFacts.Taken;
import org.omnihall.hall.ordering.bill.BillFacts.Used;
import org.omnihall.hall.party.BillSplit.Payer;
import org.omnihall.hall.party.Memberships;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Gathers what a bill follows from: orders that were completed, what was used, and what waited. */
@Component
class BillFactsTable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Long>> SUMS = new TypeReference<>() {};

    private static final String COMPLETED = """
            join lateral (select min(at) as at from ordering.order_event e where e.order_id = o.id and e.state = 'COMPLETED') e
                on e.at is not null""";

    private final JdbcClient db;
    private final Memberships memberships;
    private final BillCycles cycles;
    private final OperatorDays days;

    BillFactsTable(JdbcClient db, Memberships memberships, BillCycles cycles, OperatorDays days) {
        this.db = db;
        this.memberships = memberships;
        this.cycles = cycles;
        this.days = days;
    }

    /** @param until what happened on this day or later is left to the next bill */
    BillFacts of(BillCycle cycle, LocalDate until) {
        List<Spell> spells = spells(cycle.account());
        return new BillFacts(
                spells,
                onces(cycle.account(), cycle.next(), until),
                uses(spells, until),
                pending(cycle.account(), until),
                payers(cycle, spells));
    }

    private List<Spell> spells(long account) {
        return db.sql("""
                        with mine as (select distinct i.product_id from ordering.order_item i
                                join ordering.customer_order o on o.id = i.order_id
                            where o.account_id = :account and i.product_id is not null),
                        turns as (select i.product_id, i.offering_code, i.action, i.monthly_fen, i.usage_fen, o.account_id, e.at as since,
                                lead(e.at) over (partition by i.product_id order by e.at, i.id) as until
                            from mine join ordering.order_item i on i.product_id = mine.product_id
                                join ordering.customer_order o on o.id = i.order_id
                        """ + COMPLETED + """
                        )
                        select t.*, p.subscriber_id, least(t.until, p.ended_at) as over
                        from turns t join ordering.product p on p.id = t.product_id
                        where t.account_id = :account and t.action <> 'TERMINATE' order by t.product_id, t.since""")
                .param("account", account)
                .query((row, number) -> new Spell(
                        row.getLong("product_id"),
                        row.getString("offering_code"),
                        Optional.ofNullable(row.getObject("subscriber_id", Long.class)),
                        row.getLong("monthly_fen"),
                        JSON.readValue(row.getString("usage_fen"), SUMS),
                        days.on(Times.in(row, "since")),
                        days.maybeOn(row, "over")))
                .list();
    }

    private List<Once> onces(long account, BillingPeriod period, LocalDate until) {
        return db.sql("""
                        select i.id, i.offering_code, i.product_id, o.subscriber_id, i.one_time_fen, e.at
                        from ordering.customer_order o join ordering.payment p on p.order_id = o.id and p.method = 'ACCOUNT'
                            join ordering.order_item i on i.order_id = o.id
                        """ + COMPLETED
                        + " where o.account_id = :account and e.at >= :from and e.at < :until order by i.id")
                .param("account", account)
                .param("from", Times.at(days.begin(period.from())))
                .param("until", Times.at(days.begin(until)))
                .query((row, number) -> new Once(
                        row.getLong("id"),
                        row.getString("offering_code"),
                        Optional.ofNullable(row.getObject("product_id", Long.class)),
                        Optional.ofNullable(row.getObject("subscriber_id", Long.class)),
                        row.getLong("one_time_fen"),
                        days.on(Times.in(row, "at"))))
                .list();
    }

    private List<Used> uses(List<Spell> spells, LocalDate until) {
        Long[] products = spells.stream().map(Spell::product).distinct().toArray(Long[]::new);
        return db.sql("""
                        select * from ordering.usage where bill_id is null and product_id = any(:products) and day < :until
                        order by id""")
                .param("products", products)
                .param("until", until)
                .query((row, number) -> new Used(
                        row.getLong("id"),
                        row.getLong("product_id"),
                        row.getString("unit"),
                        row.getLong("quantity"),
                        row.getObject("day", LocalDate.class)))
                .list();
    }

    private List<Taken> pending(long account, LocalDate until) {
        return db.sql("""
                        select * from ordering.bill_pending where account_id = ? and bill_id is null and at_day < ? order by id""")
                .params(account, until)
                .query((row, number) -> new Taken(
                        row.getLong("id"),
                        new BillLine(
                                BillLine.Kind.valueOf(row.getString("kind")),
                                row.getString("offering_code"),
                                Optional.ofNullable(row.getObject("product_id", Long.class)),
                                Optional.ofNullable(row.getObject("subscriber_id", Long.class)),
                                Optional.empty(),
                                1,
                                "",
                                row.getLong("fen"),
                                row.getObject("from_day", LocalDate.class),
                                row.getObject("to_day", LocalDate.class),
                                row.getString("remark"))))
                .list();
    }

    /** Companies that have no account to be billed by pay nothing. */
    private Map<Long, List<Payer>> payers(BillCycle cycle, List<Spell> spells) {
        Map<Long, List<Payer>> payers = new HashMap<>();
        if (!cycle.isCompanys()) {
            LocalDate last = cycle.next().to().minusDays(1);
            spells.stream()
                    .flatMap(spell -> spell.subscriber().stream())
                    .distinct()
                    .forEach(subscriber -> {
                        List<Payer> his = memberships.payersFor(subscriber, last).stream()
                                .filter(payer ->
                                        cycles.payingAccount(payer.companyId()).isPresent())
                                .toList();
                        payers.put(subscriber, his);
                    });
        }
        return payers;
    }
}
