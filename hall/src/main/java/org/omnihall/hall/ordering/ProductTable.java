package org.omnihall.hall.ordering;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.database.Conditions;
import org.omnihall.hall.database.Times;
import org.omnihall.hall.party.After;
import org.omnihall.hall.shell.Paging;
import org.omnihall.hall.shell.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of products. */
@Component
class ProductTable {

    private static final String SELECT = "select * from ordering.product";

    private final JdbcClient db;

    ProductTable(JdbcClient db) {
        this.db = db;
    }

    Optional<Product> find(long id) {
        return db.sql(SELECT + " where id = ?")
                .param(id)
                .query(ProductTable::row)
                .optional();
    }

    /** The product, held against other changes until the transaction ends. */
    Optional<Product> locked(long id) {
        return db.sql(SELECT + " where id = ? for update")
                .param(id)
                .query(ProductTable::row)
                .optional();
    }

    /** Whether an order about it is under way. */
    boolean isBusy(long id) {
        return db.sql("select exists (select from ordering.order_item where product_id = ? and open)")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    /** In the order in which they were bought. */
    Slice<Product> list(ProductFilter filter, Paging paging) {
        Conditions asked = filter.conditions();
        After.row(paging, asked, "id > :after");
        List<Product> rows = db.sql(SELECT + asked.where() + " order by id limit :limit")
                .params(asked.with("limit", paging.limit()).values())
                .query(ProductTable::row)
                .list();
        return paging.slice(rows, product -> After.of(product.id()));
    }

    /** Products on trial that end at this moment or ended before, and are in no order; behind this one, at most so many. */
    List<Product> trialsOver(Instant at, long after, int most) {
        return db.sql(SELECT + """
                         p where p.trial_until <= ? and p.state = 'ACTIVE' and p.id > ? and not exists (
                            select from ordering.order_item i where i.product_id = p.id and i.open)
                        order by p.id limit ?""")
                .params(Times.at(at), after, most)
                .query(ProductTable::row)
                .list();
    }

    /** Those of a buyer that have not ended, the newest first; at most so many. */
    List<Product> alive(Buyer buyer, int most) {
        return db.sql(SELECT + " where " + Buyers.his(buyer)
                        + " and state <> 'TERMINATED' order by id desc limit :most")
                .param("his", Buyers.id(buyer))
                .param("most", most)
                .query(ProductTable::row)
                .list();
    }

    long insert(Order order, OrderItem item, Map<String, String> results, Optional<Instant> trialUntil, Instant now) {
        Buyers.Columns buyer = Buyers.columns(order.buyer());
        return db.sql("""
                        insert into ordering.product (area_path, order_id, offering_code, quantity, subscriber_id, company_id, account_id,
                            state, one_time_fen, monthly_fen, usage_fen, answers, results, started_at, trial_until, changed_at)
                        values (:area, :order, :offering, :quantity, :subscriber, :company, :account, 'ACTIVE', :once, :monthly,
                            :usage::jsonb, :answers::jsonb, :results::jsonb, :now, :until, :now) returning id""")
                .param("area", order.areaPath())
                .param("order", order.id())
                .param("offering", item.offering())
                .param("quantity", item.quantity())
                .param("subscriber", buyer.subscriber())
                .param("company", buyer.company())
                .param("account", order.account().orElse(null))
                .param("once", item.charges().oneTimeFen())
                .param("monthly", item.charges().monthlyFen())
                .param("usage", JsonMaps.of(item.charges().usageFen()))
                .param("answers", JsonMaps.of(item.answers()))
                .param("results", JsonMaps.of(results))
                .param("now", Times.at(now))
                .param("until", Times.at(trialUntil))
                .query(Long.class)
                .single();
    }

    /** Bought rather than tried from now on, in this quantity and at this price. */
    void change(long id, Order order, OrderItem item, Map<String, String> results, Instant now) {
        db.sql("""
                        update ordering.product set quantity = :quantity, monthly_fen = :monthly, usage_fen = :usage::jsonb,
                            one_time_fen = one_time_fen + :once, answers = :answers::jsonb, results = results || :results::jsonb,
                            account_id = :account, trial_until = null, changed_at = :now, version = version + 1
                        where id = :id""")
                .param("quantity", item.quantity())
                .param("monthly", item.charges().monthlyFen())
                .param("usage", JsonMaps.of(item.charges().usageFen()))
                .param("once", item.charges().oneTimeFen())
                .param("answers", JsonMaps.of(item.answers()))
                .param("results", JsonMaps.of(results))
                .param("account", order.account().orElse(null))
                .param("now", Times.at(now))
                .param("id", id)
                .update();
    }

    void terminate(long id, Instant now) {
        db.sql("""
                        update ordering.product set state = 'TERMINATED', ended_at = :now, changed_at = :now, version = version + 1
                        where id = :id and state <> 'TERMINATED'""").param("now", Times.at(now)).param("id", id).update();
    }

    private static Product row(ResultSet row, int number) throws SQLException {
        return new Product(
                row.getLong("id"),
                row.getString("area_path"),
                row.getLong("order_id"),
                row.getString("offering_code"),
                row.getInt("quantity"),
                Buyers.read(row, Optional.empty()),
                Optional.ofNullable(row.getObject("account_id", Long.class)),
                ProductState.valueOf(row.getString("state")),
                Buyers.charges(row),
                JsonMaps.texts(row.getString("answers")),
                JsonMaps.texts(row.getString("results")),
                Times.in(row, "started_at"),
                Times.maybeIn(row, "trial_until"),
                Times.maybeIn(row, "ended_at"));
    }
}
